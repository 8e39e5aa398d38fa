import { useMemo } from 'react'
import Check from 'lucide-react/icons/check'
import Clock from 'lucide-react/icons/clock'
import CornerUpLeft from 'lucide-react/icons/corner-up-left'
import Send from 'lucide-react/icons/send'
import { Steps } from '../ui/Steps.tsx'
import type { Step } from '../ui/Steps.tsx'
import { Timeline } from '../ui/Timeline.tsx'
import { Upload } from '../ui/Upload.tsx'
import type { SendFile } from '../ui/Upload.tsx'
import { Card, Case, useSay } from './say.tsx'

export function ProcessGroup() {
  const say = useSay()
  const steps: Step[] = [
    { id: 'receive', title: say('收货', 'Receive'), state: 'done', note: '13:40' },
    { id: 'check', title: say('质检', 'Check'), state: 'now', note: say('还有 42 分', '42 min left') },
    { id: 'fix', title: say('补充照片', 'Add photos'), state: 'error', note: say('缺 1 张', 'One is missing') },
    { id: 'label', title: say('贴标', 'Label'), state: 'next' },
    { id: 'store', title: say('入库', 'Store'), state: 'locked', note: say('需质检通过', 'Needs a passed check') },
  ]
  const failing = useMemo(() => pretend(true, say('网络中断', 'The connection was lost')), [say])
  return (
    <>
      <Case name={say('步骤', 'Steps')}>
        <Card>
          <Steps label={say('收货流程', 'Receiving')} steps={steps} onGo={() => undefined} />
        </Card>
      </Case>
      <div className="grid grid-cols-1 gap-6 lg:grid-cols-2">
        <Case name={say('竖排步骤', 'Steps downwards')}>
          <Card>
            <Steps label={say('收货流程（竖）', 'Receiving, downwards')} steps={steps} isVertical />
          </Card>
        </Case>
        <Case name={say('时间线', 'Time line')}>
          <Card>
            <Timeline
              label={say('审批过程', 'Course of the approval')}
              entries={[
                {
                  id: '1',
                  title: say('张伟 提交', 'Zhang Wei submitted'),
                  time: '11-20 09:12',
                  icon: Send,
                  tone: 'blue',
                },
                {
                  id: '2',
                  title: say('李敏 退回', 'Li Min returned it'),
                  time: '11-20 10:03',
                  icon: CornerUpLeft,
                  tone: 'amber',
                  children: say('请补充到货照片。', 'Please add photos of the delivery.'),
                },
                { id: '3', title: say('李敏 同意', 'Li Min agreed'), time: '11-21 14:02', icon: Check, tone: 'green' },
                {
                  id: '4',
                  title: say('等待 财务 王静', 'Waiting for Wang Jing, finance'),
                  time: say('限 11-23', 'by 11-23'),
                  icon: Clock,
                  tone: 'blue',
                },
                { id: '5', title: say('归档', 'Archive'), isAhead: true },
              ]}
            />
          </Card>
        </Case>
        <Case name={say('上传', 'Upload')}>
          <Upload
            label={say('合同附件', 'Contract files')}
            send={sendWell}
            accept=".pdf,image/*"
            limitBytes={20_000_000}
            description={say('PDF 或图片。', 'PDF or pictures.')}
          />
          <Upload
            label={say('总是失败', 'Always fails')}
            send={failing}
            reasonOf={(error) => (error instanceof Error ? error.message : '')}
            limitFiles={2}
          />
        </Case>
        <Case name={say('拍照', 'Photos')}>
          <Upload label={say('到店照片', 'Photos of the visit')} send={sendWell} isPhoto isRequired limitFiles={3} />
          <Upload label={say('不可用', 'Disabled')} send={sendWell} isDisabled />
        </Case>
      </div>
    </>
  )
}

const sendWell = pretend(false, '')

/** Stands for a server: tells of its progress and then answers, or fails half way. */
function pretend(fails: boolean, reason: string): SendFile<string> {
  return async (file, { progress, signal }) => {
    for (let share = 0; share < 1; share += 0.25) {
      await new Promise((go) => setTimeout(go, 60))
      signal.throwIfAborted()
      progress(share)
      if (fails && share > 0.4) throw new Error(reason)
    }
    return file.name
  }
}
