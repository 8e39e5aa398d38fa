export { Page, usePhone, type PageProps, type PageFrame, PageFrameContext } from './Page.tsx'
