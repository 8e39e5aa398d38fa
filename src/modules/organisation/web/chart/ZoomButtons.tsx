import Maximize from 'lucide-react/icons/maximize'
import Minus from 'lucide-react/icons/minus'
import Plus from 'lucide-react/icons/plus'
import { IconButton } from '#ui/IconButton'
import { useWords } from '#web/words'

export function ZoomButtons({ onZoom, onFit }: { onZoom: (factor: number) => void; onFit: () => void }) {
  const t = useWords('organisation')
  return (
    <div className="absolute right-3 bottom-3 flex flex-col rounded-lg bg-raised p-1 shadow-popover">
      <IconButton icon={Plus} label={t('screens.chart.zoomIn')} shortcut="+" onPress={() => onZoom(1.25)} />
      <IconButton icon={Minus} label={t('screens.chart.zoomOut')} shortcut="-" onPress={() => onZoom(0.8)} />
      <IconButton icon={Maximize} label={t('screens.chart.fit')} shortcut="0" onPress={onFit} />
    </div>
  )
}
