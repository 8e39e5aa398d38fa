import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Popover } from '../ui/Popover.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { TextField } from '../ui/TextField.tsx'
import { showToast, ToastHost } from '../ui/Toast.tsx'
import { Tooltip } from '../ui/Tooltip.tsx'
import { Case, Row, useSay } from './say.tsx'

export function OverlayGroup() {
  const say = useSay()
  return (
    <>
      <Case name={say('对话框', 'Dialogs')}>
        <Row>
          <Dialog
            title={say('转交待办', 'Transfer the to-do')}
            description={say(
              '对方会收到一条消息，并在时间线中留下记录。',
              'They get a message and the time line keeps a record.',
            )}
            trigger={<Button>{say('打开对话框', 'Open a dialog')}</Button>}
            footer={(close) => (
              <>
                <Button onPress={close}>{say('取消', 'Cancel')}</Button>
                <Button variant="primary" onPress={close}>
                  {say('转交', 'Transfer')}
                </Button>
              </>
            )}
          >
            <TextField label={say('转交给', 'To')} />
          </Dialog>
          <Dialog
            kind="alert"
            size="sm"
            title={say('发放后不能撤回', 'Paying cannot be taken back')}
            trigger={<Button variant="danger">{say('警示', 'Alert')}</Button>}
            footer={(close) => (
              <>
                <Button onPress={close}>{say('返回核对', 'Check again')}</Button>
                <Button variant="danger" onPress={close}>
                  {say('发放', 'Pay')}
                </Button>
              </>
            )}
          >
            <p>{say('将向 369 人发放 ¥2,841,302.50。', '369 people will be paid ¥2,841,302.50.')}</p>
          </Dialog>
        </Row>
      </Case>
      <Case name={say('抽屉', 'Sheets')}>
        <Row>
          {(['right', 'bottom'] as const).map((side) => (
            <Sheet
              key={side}
              side={side}
              title={say('王芳', 'Wang Fang')}
              description={say('E00083 · 质检员', 'E00083 · Inspector')}
              trigger={
                <Button>{side === 'right' ? say('右侧抽屉', 'From the right') : say('底部抽屉', 'From below')}</Button>
              }
              footer={(close) => (
                <Button variant="primary" onPress={close}>
                  {say('保存', 'Save')}
                </Button>
              )}
            >
              <TextField label={say('手机', 'Phone')} defaultValue="13878308713" />
            </Sheet>
          ))}
        </Row>
      </Case>
      <Case name={say('气泡', 'Popovers')}>
        <Row>
          <Popover
            label={say('怎么算分', 'How is it scored')}
            trigger={<Button>{say('怎么算分', 'How is it scored')}</Button>}
          >
            <p className="max-w-64">
              {say('拜访 12 / 20 次，权重 40%，得 24 分。', '12 of 20 visits, weight 40 %, makes 24 points.')}
            </p>
          </Popover>
          <Tooltip text={say('本月 30 日截止', 'Due on the 30th')}>
            <Button>{say('悬停提示', 'Tip')}</Button>
          </Tooltip>
        </Row>
      </Case>
      <Case name={say('轻提示', 'Toasts')}>
        <Row>
          <Button onPress={() => showToast({ title: say('已保存', 'Saved'), tone: 'green' })}>
            {say('成功', 'Done')}
          </Button>
          <Button onPress={() => showToast({ title: say('已停用 2 人', '2 people disabled'), undo: () => undefined })}>
            {say('可撤销', 'Undo')}
          </Button>
          <Button
            onPress={() =>
              showToast({
                title: say('没有连上服务器', 'The server was not reached'),
                description: say('草稿已存在本机，联网后自动提交。', 'The draft is kept here and sent once online.'),
                tone: 'red',
              })
            }
          >
            {say('出错', 'Failed')}
          </Button>
        </Row>
        <ToastHost />
      </Case>
    </>
  )
}
