import ArrowLeftRight from 'lucide-react/icons/arrow-left-right'
import ArrowRightLeft from 'lucide-react/icons/arrow-right-left'
import Award from 'lucide-react/icons/award'
import Banknote from 'lucide-react/icons/banknote'
import Briefcase from 'lucide-react/icons/briefcase'
import CalendarDays from 'lucide-react/icons/calendar-days'
import CalendarOff from 'lucide-react/icons/calendar-off'
import CalendarRange from 'lucide-react/icons/calendar-range'
import Car from 'lucide-react/icons/car'
import ClipboardCheck from 'lucide-react/icons/clipboard-check'
import FileBadge from 'lucide-react/icons/file-badge'
import FileText from 'lucide-react/icons/file-text'
import FlaskConical from 'lucide-react/icons/flask-conical'
import GraduationCap from 'lucide-react/icons/graduation-cap'
import Handshake from 'lucide-react/icons/handshake'
import Laptop from 'lucide-react/icons/laptop'
import MessagesSquare from 'lucide-react/icons/messages-square'
import PackageCheck from 'lucide-react/icons/package-check'
import Palmtree from 'lucide-react/icons/tree-palm'
import Plane from 'lucide-react/icons/plane'
import Receipt from 'lucide-react/icons/receipt'
import Rocket from 'lucide-react/icons/rocket'
import ShieldCheck from 'lucide-react/icons/shield-check'
import ShoppingCart from 'lucide-react/icons/shopping-cart'
import Stamp from 'lucide-react/icons/stamp'
import Truck from 'lucide-react/icons/truck'
import UserCog from 'lucide-react/icons/user-cog'
import Users from 'lucide-react/icons/users'
import Wallet from 'lucide-react/icons/wallet'
import Warehouse from 'lucide-react/icons/warehouse'
import Workflow from 'lucide-react/icons/workflow'
import Wrench from 'lucide-react/icons/wrench'
import type { IconShape } from '#ui/Icon'

/** The signs a flow may carry, by their lucide names; flows keep the name. */
export const flowIcons: Readonly<Record<string, IconShape>> = {
  'file-text': FileText,
  'calendar-days': CalendarDays,
  'calendar-off': CalendarOff,
  'calendar-range': CalendarRange,
  'tree-palm': Palmtree,
  plane: Plane,
  receipt: Receipt,
  wallet: Wallet,
  banknote: Banknote,
  'shopping-cart': ShoppingCart,
  'file-badge': FileBadge,
  award: Award,
  stamp: Stamp,
  'user-cog': UserCog,
  users: Users,
  'arrow-left-right': ArrowLeftRight,
  'arrow-right-left': ArrowRightLeft,
  'graduation-cap': GraduationCap,
  briefcase: Briefcase,
  handshake: Handshake,
  'messages-square': MessagesSquare,
  rocket: Rocket,
  'package-check': PackageCheck,
  'flask-conical': FlaskConical,
  'clipboard-check': ClipboardCheck,
  'shield-check': ShieldCheck,
  warehouse: Warehouse,
  truck: Truck,
  car: Car,
  laptop: Laptop,
  wrench: Wrench,
  workflow: Workflow,
}

export function flowIcon(name: string): IconShape {
  return flowIcons[name] ?? FileText
}
