import '../web/lib/old-browsers.ts'
import '../web/ui/tokens.css'
import { DeskFrame } from '../web/shell/DeskFrame.tsx'
import { startApp } from '../web/shell/start.tsx'
import { load, modules } from './web-modules.tsx'

void startApp({ modules, load, Frame: DeskFrame, basepath: '/' })
