import '../web/lib/old-browsers.ts'
import '../web/ui/tokens.css'
import { PhoneFrame } from '../web/shell/PhoneFrame.tsx'
import { startApp } from '../web/shell/start.tsx'
import { load } from './web-modules.tsx'
import { modules } from 'virtual:product/phone'

void startApp({ modules, load, Frame: PhoneFrame, basepath: '/m' })
