import { BarChart } from '../ui/charts/BarChart.tsx'
import { HeatTable } from '../ui/charts/HeatTable.tsx'
import { LineChart } from '../ui/charts/LineChart.tsx'
import { Sparkline } from '../ui/charts/Sparkline.tsx'
import { TargetBar, TargetRing } from '../ui/charts/TargetBar.tsx'
import { Card, Case, Row, useSay } from './say.tsx'

const percent = (value: number) => `${value}%`

export function ChartGroup() {
  const say = useSay()
  const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => say(`${month}月`, `M${month}`))
  const units = [
    say('华东一科', 'East 1'),
    say('华东二科', 'East 2'),
    say('华南大区', 'South'),
    say('制造一部', 'Works 1'),
    say('质检科', 'Inspection'),
  ]
  return (
    <>
      <div className="grid grid-cols-1 gap-6 xl:grid-cols-2">
        <Case name={say('柱图', 'Bars')}>
          <Card>
            <BarChart
              title={say('各部门履职', 'Fulfilment by unit')}
              nameTitle={say('部门', 'Unit')}
              names={units}
              series={[
                { name: say('拜访', 'Visits'), values: [82, 64, 91, null, 40] },
                { name: say('运营', 'Operations'), values: [100, 96, 71, 88, 77] },
                { name: say('质检', 'Inspection'), values: [null, 55, 62, 98, 93] },
              ]}
              target={80}
              format={percent}
            />
          </Card>
        </Case>
        <Case name={say('线图', 'Lines')}>
          <Card>
            <LineChart
              title={say('每月履职', 'Fulfilment by month')}
              nameTitle={say('月份', 'Month')}
              names={months}
              description={say('本年从 62% 升到 88%，高于上年。', 'This year rose from 62 % to 88 %, above last year.')}
              showDescription
              series={[
                { name: say('本年', 'This year'), values: [62, 64, 63, 70, 72, 71, 78, 80, null, 84, 88, null] },
                { name: say('上年', 'Last year'), values: [55, 58, 60, 59, 61, 63, 62, 66, 68, 67, 70, 71] },
              ]}
              target={80}
              format={percent}
            />
          </Card>
        </Case>
        <Case name={say('横条', 'Lying bars')}>
          <Card>
            <BarChart
              isLying
              title={say('每周负荷（小时）', 'Load per week in hours')}
              nameTitle={say('人员', 'Person')}
              names={[
                say('张伟', 'Zhang Wei'),
                say('王芳', 'Wang Fang'),
                say('李敏', 'Li Min'),
                say('欧阳文博', 'Ouyang Wenbo'),
              ]}
              series={[{ name: say('负荷', 'Load'), values: [31, 46, 38, 12] }]}
              target={40}
            />
          </Card>
        </Case>
        <Case name={say('没有数据', 'No data')}>
          <Card>
            <LineChart
              title={say('本月投诉', 'Complaints')}
              nameTitle={say('日', 'Day')}
              names={months}
              series={[{ name: say('投诉', 'Complaints'), values: [] }]}
            />
          </Card>
        </Case>
      </div>
      <Case name={say('目标', 'Targets')}>
        <Card>
          <div className="grid grid-cols-1 gap-6 lg:grid-cols-2">
            <div className="flex flex-col gap-4">
              <TargetBar label={say('客户拜访', 'Visits')} value={12} target={20} />
              <TargetBar label={say('准时上报', 'On time')} value={96} target={90} format={percent} />
              <TargetBar label={say('投诉', 'Complaints')} value={1} target={3} isLowBetter />
            </div>
            <Row>
              <TargetRing label={say('本周履职', 'This week')} value={82} target={100} format={percent} />
              <TargetRing label={say('新客回访', 'Call backs')} value={5} target={5} />
            </Row>
          </div>
        </Card>
      </Case>
      <Case name={say('走势', 'Sparkline')}>
        <Row>
          <span className="text-xl font-semibold">88%</span>
          <Sparkline
            label={say('近 12 个月 62% → 88%', 'Last 12 months 62 % → 88 %')}
            values={[62, 64, 63, 70, 72, 71, 78, null, 80, 84, 86, 88]}
            target={80}
          />
        </Row>
      </Case>
      <Case name={say('热力表', 'Heat table')}>
        <HeatTable
          caption={say('职责重叠（0–100）', 'Overlap of duties (0–100)')}
          corner={say('模块', 'Module')}
          rows={[
            say('到料上报', 'Arrivals'),
            say('质检', 'Inspection'),
            say('客户拜访', 'Visits'),
            say('询盘', 'Inquiries'),
          ].map((title, at) => ({ id: `r${at}`, title }))}
          columns={units.map((title, at) => ({ id: `c${at}`, title }))}
          cell={(row, column) => {
            const score = (Number(row[1]) * 37 + Number(column[1]) * 53 + 11) % 101
            return score < 12 ? null : { value: score, text: String(score) }
          }}
          domain={[0, 100]}
          onOpen={() => undefined}
        />
      </Case>
    </>
  )
}
