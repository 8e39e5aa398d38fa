import '../web/lib/old-browsers.ts'
import '../web/ui/tokens.css'
import { PhoneFrame } from '../web/shell/PhoneFrame.tsx'
import { startApp } from '../web/shell/start.tsx'
import { load, modules } from './web-modules.tsx'

void startApp({ modules, load, Frame: PhoneFrame, basepath: '/m' })
