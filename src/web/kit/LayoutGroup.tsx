import { useState } from 'react'
import Users from 'lucide-react/icons/users'
import { Blocked } from '../ui/Blocked.tsx'
import { Breadcrumb } from '../ui/Breadcrumb.tsx'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Facts } from '../ui/Facts.tsx'
import { Pagination } from '../ui/Pagination.tsx'
import { Progress } from '../ui/Progress.tsx'
import { SimpleTable } from '../ui/SimpleTable.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Spinner } from '../ui/Spinner.tsx'
import { Stat } from '../ui/Stat.tsx'
import { Status } from '../ui/Status.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { Case, Row, useSay } from './say.tsx'

export function LayoutGroup() {
  const say = useSay()
  const [page, setPage] = useState(5)
  const [size, setSize] = useState(20)
  const duties = [
    { name: say('客户拜访', 'Customer visits'), weight: 40, until: null },
    { name: say('商家周报', 'Weekly report'), weight: 35, until: '2026-12-31' },
    { name: say('新客回访', 'Call back new customers'), weight: 25, until: null },
  ]
  return (
    <>
      <Case name={say('路径', 'Breadcrumb')}>
        <Breadcrumb
          crumbs={[
            { id: 'o', title: say('组织与岗位', 'Organisation'), href: '#' },
            { id: 'e', title: say('华东大区', 'East region'), href: '#' },
            { id: 'p', title: say('BD 专员', 'BD clerk') },
          ]}
        />
      </Case>
      <Case name={say('数字', 'Figures')}>
        <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
          <Stat label={say('待办', 'To do')} value="3" href="#" note={say('最早 17:30', 'First at 17:30')} />
          <Stat label={say('逾期', 'Overdue')} value="1" tone="red" href="#" />
          <Stat label={say('本周履职', 'This week')} value="82" unit="%" note={<Status color="green" />} />
          <Stat label={say('负荷', 'Load')} value="31" unit={say('小时 / 40', 'h of 40')} />
        </div>
      </Case>
      <Case name={say('标签页', 'Tabs')}>
        <Card>
          <Tabs
            label={say('岗位', 'Position')}
            items={[
              {
                id: 'duties',
                title: say('职责', 'Duties'),
                count: 3,
                content: (
                  <p className="py-3">{say('三项职责，权重合计 100%。', 'Three duties, weights add up to 100 %.')}</p>
                ),
              },
              {
                id: 'people',
                title: say('任职', 'People'),
                count: 2,
                content: <p className="py-3">{say('2 / 3 编制', '2 of 3 seats')}</p>,
              },
              { id: 'history', title: say('历史', 'History'), content: <p className="py-3">—</p> },
              { id: 'off', title: say('不可用', 'Disabled'), isDisabled: true, content: null },
            ]}
          />
          <Tabs
            look="pill"
            label={say('视图', 'View')}
            items={[
              { id: 'week', title: say('周', 'Week'), content: <p className="py-3">{say('本周', 'This week')}</p> },
              { id: 'month', title: say('月', 'Month'), content: <p className="py-3">{say('本月', 'This month')}</p> },
            ]}
          />
        </Card>
      </Case>
      <Case name={say('小表格', 'Small table')}>
        <SimpleTable
          caption={say('岗位职责', 'Duties of the position')}
          rows={duties}
          rowKey={(duty) => duty.name}
          columns={[
            { title: say('职责', 'Duty'), cell: (duty) => duty.name, isRowHeader: true },
            { title: say('权重', 'Weight'), cell: (duty) => `${duty.weight}%`, align: 'end' },
            { title: say('截止', 'Until'), cell: (duty) => duty.until ?? say('长期', 'running') },
          ]}
          footer={[say('合计', 'Sum'), '100%', null]}
        />
        <SimpleTable
          caption={say('空表', 'Empty table')}
          rows={none}
          columns={[{ title: say('职责', 'Duty'), cell: () => null }]}
        />
        <Pagination
          page={page}
          pageSize={size}
          total={1043}
          onPage={setPage}
          pageSizes={[20, 50, 100]}
          onPageSize={setSize}
        />
      </Case>
      <Case name={say('资料', 'Facts')}>
        <Card
          title={say('基本资料', 'Facts')}
          actions={<Button size="sm">{say('编辑', 'Edit')}</Button>}
          footer={say('2026-11-21 更新', 'Updated 2026-11-21')}
        >
          <Facts
            items={[
              { label: say('岗位', 'Position'), value: say('质检员', 'Inspector') },
              { label: say('入职', 'Since'), value: '2019-06-10' },
              { label: say('备注', 'Note'), value: null },
            ]}
          />
        </Card>
      </Case>
      <Case name={say('受阻', 'Blocked')}>
        <Blocked
          rule={say('入库需质检通过（规则 R-12 v3）', 'Storing needs a passed check (rule R-12 v3)')}
          person={say('质检主管 李敏', 'Li Min, head of inspection')}
          deadline="2026-11-21 16:00"
          action={<Button size="sm">{say('请求放行', 'Ask for release')}</Button>}
        />
      </Case>
      <Case name={say('进度与等待', 'Progress and waiting')}>
        <Row>
          <div className="w-56">
            <Progress label={say('客户拜访', 'Visits')} value={3} max={5} figure="3/5" showLabel />
          </div>
          <Progress label={say('履职', 'Fulfilment')} value={82} look="ring" />
          <div className="w-40">
            <Progress label={say('导入中', 'Importing')} />
          </div>
          <Spinner size={20} />
        </Row>
        <Skeleton shape="cards" />
        <Skeleton />
      </Case>
      <Case name={say('空状态', 'Empty')}>
        <Card>
          <Empty
            icon={Users}
            title={say('还没有人员', 'No people yet')}
            description={say('从 Excel 导入，或逐个新增。', 'Import from Excel, or add one by one.')}
            action={<Button variant="primary">{say('导入人员', 'Import')}</Button>}
          />
        </Card>
      </Case>
    </>
  )
}

const none: [] = []
