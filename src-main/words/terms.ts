import type { Text } from '../model/text.ts'

/**
 * A word of the field, as the whole program uses it.
 * `word`: in sentences. `column`: at the head of a column, where that is shorter. `screen`: what its page is called, where that differs.
 * `code`: the name in the code. `never`: words that mean the same and stand nowhere; `neverAlone`: that are no text by themselves, because
 * they leave open what is meant. Sheets that are delivered may carry any of them: those are read by documents/import.
 */
export interface Term {
  word: Required<Text>
  column?: Required<Text>
  screen?: Required<Text>
  code: string
  means: Required<Text>
  never?: readonly string[]
  neverAlone?: readonly string[]
}

const both = (zh: string, en: string): Required<Text> => ({ zh, en })

/** The glossary, in the order of the work: who, by what, which class, how much, what if, what is handed in. */
export const TERMS = {
  community: {
    word: both('社区', 'community'),
    code: 'community',
    means: both('定类和分配的最小单位，属于一个街道（镇）', 'The smallest unit that is classified and funded; belongs to a subdistrict'),
  },
  subdistrict: {
    word: both('街道（镇）', 'subdistrict'),
    column: both('街道', 'Subdistrict'),
    code: 'subdistrict',
    means: both('社区所属的街道或镇，属于一个区县', 'What communities belong to; belongs to a district'),
    never: ['镇街'],
  },
  district: {
    word: both('区县', 'district'),
    code: 'district',
    means: both('属于市，承担自己的一份经费', 'Belongs to the city; pays its own share of the fund'),
    never: ['县区', '区（县）', '县（区）'],
  },
  serviceFund: {
    word: both('服务群众专项经费', 'service fund'),
    column: both('专项经费', 'Service fund'),
    code: 'fund',
    means: both('每年拨给社区、用于服务居民的专项经费', 'Yearly earmarked money that a community may spend on serving its residents'),
    never: ['专项资金', '为民服务资金', '惠民资金'],
  },
  indicator: {
    word: both('指标', 'indicator'),
    code: 'indicator',
    means: both('一个社区在一个年度的一项事实', 'One measured fact of a community in one year'),
  },
  dictionary: {
    word: both('指标字典', 'dictionary'),
    screen: both('指标字典', 'Indicators'),
    code: 'dictionary',
    means: both('各项指标的名称、单位、范围和公式', 'Names, units, ranges and formulas of all indicators'),
    never: ['指标库', '指标目录'],
  },
  template: {
    word: both('填报模板', 'template'),
    code: 'template',
    means: both('发给街道填写的空表', 'The empty sheet that subdistricts fill in'),
    never: ['填报表模板', '导入模板'],
  },
  policy: {
    word: both('办法', 'policy'),
    code: 'policy',
    means: both('由指标定类别、由类别和指标定金额的规则', 'The rules that turn indicators into a class, and a class into money'),
    never: ['政策'],
  },
  draft: {
    word: both('草稿', 'draft'),
    code: 'draft',
    means: both('还没有定稿的办法', 'A policy that is not adopted yet'),
    never: ['草拟稿', '征求意见稿'],
  },
  class: {
    word: both('类别', 'class'),
    code: 'class',
    means: both('社区按办法归入的一类', 'What a community is put into by the policy'),
    never: ['类型等级', '社区等级'],
  },
  threshold: {
    word: both('阈值', 'threshold'),
    code: 'threshold',
    means: both('规则中与指标相比的数', 'The number of a rule that an indicator is compared with'),
    never: ['门槛', '界值', '临界值'],
  },
  override: {
    word: both('人工定类', 'class by hand'),
    code: 'override',
    means: both('不按规则、写明理由定下的类别', 'A class that is set against the rules, with a reason'),
    never: ['手工', '手动', '人工分类', '定类例外'],
  },
  undecided: {
    word: both('未定', 'undecided'),
    code: 'undecided',
    means: both('缺的指标会改变类别或金额，因此还不能定', 'A missing indicator can change the class or the amount'),
    never: ['待定类'],
  },
  amount: {
    word: both('本年金额', "this year's amount"),
    column: both('本年金额', 'This year'),
    code: 'amountFen',
    means: both('一个社区本年分到的经费', 'What a community gets this year'),
    never: ['本年经费', '本年度金额', '今年金额', '本年分配'],
    neverAlone: ['本年', '本年（元）'],
  },
  previousAmount: {
    word: both('上年金额', "last year's amount"),
    column: both('上年金额', 'Last year'),
    code: 'previousFen',
    means: both('一个社区上一年度分到的经费', 'What a community got last year'),
    never: ['上年经费', '上年专项经费', '上年度经费', '上年分配', '去年', "last year's money", "last year's fund", 'fund last year'],
    neverAlone: ['上年', '上年（元）'],
  },
  previousClass: {
    word: both('上年类别', "last year's class"),
    column: both('上年类别', 'Class last year'),
    code: 'previousClass',
    means: both('社区上一年度的类别', 'The class of a community last year'),
    never: ['上年分类', '上年度类别'],
  },
  change: {
    word: both('增减', 'change'),
    column: both('增减', 'Change'),
    code: 'changeFen',
    means: both('本年金额减上年金额，两者都已知时', "This year's amount less last year's, where both are known"),
    never: ['变动额', '增减额'],
  },
  step: {
    word: both('分配步骤', 'step'),
    column: both('步骤', 'Step'),
    code: 'step',
    means: both('办法中依次加减金额的一步', 'One of the steps by which a policy comes to an amount'),
    never: ['计算步骤'],
  },
  component: {
    word: both('经费分项', 'component'),
    code: 'components',
    means: both('经费中有自己步骤和用途的一项', 'A part of the fund with steps and a use of its own'),
    never: ['资金组成', '经费组成', '资金分项'],
  },
  mainComponent: {
    word: both('基本部分', 'Main part'),
    code: 'component',
    means: both('没有另列分项的那部分经费', 'The part of the fund that is no component of its own'),
    never: ['基本经费', '主项', 'Basic fund', 'Main component'],
  },
  useCategory: {
    word: both('用途', 'use'),
    code: 'useCategory',
    means: both('分项的钱用在什么上', 'What the money of a component is for'),
    never: ['用途类别', '用途分类'],
  },
  payer: {
    word: both('出资方', 'payer'),
    code: 'payers',
    means: both('承担经费的一级财政或单位', 'Who pays a share of the fund'),
    never: ['出资人', '出资单位', '付款方'],
  },
  guarantee: {
    word: both('保底', 'guarantee'),
    code: 'guarantees',
    means: both('金额不低于一个下限，所需由增幅承担', 'An amount does not fall below a bound; gains pay for it'),
    never: ['保障所需', '有来源的保障'],
  },
  transfer: {
    word: both('增幅承担', 'transfers'),
    code: 'transfers',
    means: both('增加的社区为保底让出的钱', 'What gaining communities give for a guarantee'),
  },
  reserve: {
    word: both('预留', 'reserve'),
    code: 'reserve',
    means: both('先扣下、达到标准后再发的钱', 'Held back, and given to those who meet a standard'),
    never: ['预备金', '暂留'],
  },
  carryOver: {
    word: both('结余', 'carried over'),
    code: 'carryOver',
    means: both('到年末没有用完的钱', 'Allocated and not spent by the end of the year'),
    never: ['节余', '剩余经费', '剩余资金'],
  },
  ledger: {
    word: both('台账', 'ledger'),
    screen: both('经费使用', 'Use of funds'),
    code: 'ledger',
    means: both('各社区核定、支出和结余的登记', 'What was allocated, spent and carried over, by community'),
    never: ['账册', '流水账'],
  },
  plan: {
    word: both('方案', 'plan'),
    screen: both('方案文件', 'Plan files'),
    code: 'plan',
    means: both('一座城市各年度的指标、办法和结果', 'Indicators, policies and results of a city, year by year'),
    never: ['项目文件'],
  },
  adopted: {
    word: both('定稿', 'adopted'),
    code: 'adopted',
    means: both('原样保存、不再改变的方案或办法', 'A plan or a policy that is kept and never changes again'),
    never: ['终稿', '正式稿'],
  },
  scenario: {
    word: both('情景', 'scenario'),
    code: 'scenario',
    means: both('一个基础方案加上若干改动，保存下来', 'A base and some changes, saved'),
    never: ['场景', '情境'],
  },
  base: {
    word: both('基础方案', 'base'),
    column: both('基准', 'Base'),
    code: 'base',
    means: both('推演和比较时与之相比的方案', 'What a what-if or a comparison is held against'),
    never: ['基线', '参照方案'],
  },
  unitChange: {
    word: both('区划变更', 'Map changes'),
    code: 'unitChange',
    means: both('社区的设立、合并、拆分、更名、划转、撤销', 'Communities founded, merged, split, renamed, moved, dissolved'),
    never: ['区划调整', '区划变动'],
  },
  package: {
    word: both('方案包', 'plan package'),
    code: 'package',
    means: both('区县一个年度的方案，报送用的一个文件', "A district's year as one file"),
    never: ['数据包', '上报包', '报送包'],
  },
  certificate: {
    word: both('对账单', 'certificate'),
    code: 'certificate',
    means: both('方案包各项相加与总额的核对', 'The sums of a package, added up independently'),
    never: ['校验单', '核对单'],
  },
  hash: {
    word: both('核对码', 'hash'),
    code: 'hash',
    means: both('由内容算出的一串字符，内容一变就不同', 'Made of the content: another content has another one'),
    never: ['校验值', '指纹', '哈希', '摘要值'],
  },
  engine: {
    word: both('测算引擎', 'engine'),
    code: 'engine',
    means: both('程序中定类和算钱的部分', 'The part of the program that classifies and allocates'),
    never: ['计算引擎', '计算程序', '算法引擎'],
  },
  history: {
    word: both('变更记录', 'change log'),
    screen: both('变更记录', 'History'),
    code: 'history',
    means: both('谁在何时把什么从什么改成什么', 'Who changed what from what to what, and when'),
    never: ['操作日志', '操作记录', '修改记录'],
  },
  measure: {
    word: both('治理措施', 'measure'),
    screen: both('治理措施', 'Measures'),
    code: 'Measure',
    means: both(
      '社区因类别而做的事：共性的各类都做，个性的只有该类做',
      'What a community does because of its class: common to all, or specific',
    ),
    never: ['管理举措', '治理举措'],
  },
  taskAdmission: {
    word: both('任务准入', 'task admission'),
    code: 'Task',
    means: both('一项任务能否下派到某类社区', 'Whether a task may be sent to a class of community'),
    never: ['准入清单制', '事项准入制'],
  },
  moneyTravels: {
    word: both('随转经费', 'money that travels'),
    code: 'moneyFen',
    means: both('费随事转：任务下派时一并拨付的经费', 'Money follows the task: what comes along with it'),
    never: ['配套资金'],
  },
  burden: {
    word: both('负担账', 'burden account'),
    code: 'Burden',
    means: both('下派任务的项次和工时，与全部下派和上年相比', 'Tasks and hours sent, against everything to everyone and last year'),
    never: ['负担台账'],
  },
  proxyService: {
    word: both('代办服务', 'service by proxy'),
    screen: both('代办服务', 'Services by proxy'),
    code: 'Service',
    means: both('社区替不便出门的居民去办的事', "The errand that a community does for those who can't come"),
    never: ['代跑服务', '帮办服务'],
  },
  operator: {
    word: both('操作人', 'operator'),
    column: both('操作人', 'Who'),
    code: 'operator',
    means: both('记入变更记录的姓名', 'The name that stands in the change log'),
    never: ['操作员', '经办人'],
  },
} as const satisfies Readonly<Record<string, Term>>

/**
 * Words of those who build programs, which none of the program's texts says to an official: 符合 and not 命中, 其余社区 and not 兜底,
 * 办法文件 and not JSON, 代号 and not 键, 键名 or 编号, 版本 and not 版本号, 可填入的内容 and not 占位符. Only what is clean today stands here.
 */
export const NOT_FOR_OFFICIALS = [
  '命中',
  '兜底',
  'JSON',
  '键名',
  '编号',
  '校验值',
  '版本号',
  '接口',
  '缓存',
  '线程',
  '进程',
  '令牌',
  '后台',
  '前端',
  '服务器',
  '布尔',
  '字符串',
  '数组',
  '字段',
  '占位符',
  '的键',
  '枚举',
  '空值',
  '返回值',
  '报错',
  '{table:',
  '{chart:',
] as const
