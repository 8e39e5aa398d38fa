import '../web/lib/old-browsers.ts'
import '../web/ui/tokens.css'
import { DeskFrame } from '../web/shell/DeskFrame.tsx'
import { startApp } from '../web/shell/start.tsx'
import { load } from './web-modules.tsx'
import { modules } from 'virtual:product'

void startApp({ modules, load, Frame: DeskFrame, basepath: '/' })
