import type { ModuleWords } from '../leaf.ts'

export const words = {
  problems: {
    'policy.notJson': {
      status: 422,
      zh: '这不是一个可以读取的办法文件[：{detail}]。',
      en: 'This is not a policy file that can be read[: {detail}].',
    },
    'policy.newerFormat': {
      status: 422,
      zh: '这个办法文件的格式版本是 {version}，当前程序只认识到 {limit}。请升级程序。',
      en: 'This policy file has format version {version}; this program knows up to {limit}. Please update the program.',
    },
    'policy.shape': {
      status: 422,
      zh: '办法文件的内容不符合格式：应为 {expected}[，实际为 {value}]。',
      en: 'The policy file is not of the right form: {expected} is needed[, not {value}].',
    },
    'policy.unknownName': {
      status: 404,
      zh: '没有名为“{name}”的办法[。可用：{names}]。',
      en: 'There is no policy called "{name}"[. Available: {names}].',
    },
    'policy.exists': {
      status: 422,
      zh: '已经有一个名称和版本都相同的办法[（{id}）][（{name}）][（版本 {version}）]。采用过的版本不会改变，请改用新的版本。',
      en: 'There is already a policy of this name and version[ ({id})][ ({name})][ (version {version})]. A version never changes: please use a new version number.',
    },
    'policy.indicatorUnknown': {
      status: 422,
      zh: '办法用到了没有定义的指标“{indicator}”。请核对拼写，或在办法中定义它。',
      en: 'The policy uses an indicator that is not defined: "{indicator}". Please check its spelling, or define it in the policy.',
    },
    'policy.indicatorTwice': {
      status: 422,
      zh: '指标“{indicator}”定义了两次。标准指标不能在办法中重新定义，请换一个代号。',
      en: 'The indicator "{indicator}" is defined twice. A standard indicator can\'t be defined anew in a policy: please use another key.',
    },
    'policy.formulaWrong': {
      status: 422,
      zh: '公式“{formula}”有误[：第 {position} 个字符处的“{value}”]。只能使用指标、数字、括号和 + - * /。',
      en: 'The formula "{formula}" is wrong[: "{value}" at character {position}]. Only indicators, numbers, brackets and + - * / can be used.',
    },
    'policy.formulaCircle': {
      status: 422,
      zh: '指标“{indicator}”的公式直接或间接用到了它自己。请改正公式。',
      en: 'The formula of "{indicator}" uses the indicator itself, directly or through others. Please correct it.',
    },
    'policy.indicatorKind': {
      status: 422,
      zh: '指标“{indicator}”的类型是{kind}，这里需要{expected}。',
      en: 'The indicator "{indicator}" is of the kind {kind}; here {expected} is needed.',
    },
    'policy.optionUnknown': {
      status: 422,
      zh: '指标“{indicator}”没有“{value}”这个选项[。可选：{options}]。',
      en: 'The indicator "{indicator}" has no option "{value}"[. Options: {options}].',
    },
    'policy.classUnknown': {
      status: 422,
      zh: '没有类别“{class}”[。已有：{classes}]。',
      en: 'There is no class "{class}"[. Classes: {classes}].',
    },
    'policy.classTwice': {
      status: 422,
      zh: '类别“{class}”定义了两次。请改用不同的代号。',
      en: 'The class "{class}" is defined twice. Please use different keys.',
    },
    'policy.ruleTwice': {
      status: 422,
      zh: '有两条规则的代号相同[：{rule}]。请改用不同的代号。',
      en: 'Two rules have the same key[: {rule}]. Please use different keys.',
    },
    'policy.stepTwice': {
      status: 422,
      zh: '有两个分配步骤的代号相同[：{step}]。请改用不同的代号。',
      en: 'Two allocation steps have the same key[: {step}]. Please use different keys.',
    },
    'policy.stepOrder': {
      status: 422,
      zh: '步骤“{step}”[（第 {position} 步）]的位置不对。请按 标准、增减、上下限与保底、总额、增幅补差、取整、预留 的顺序排列；总额、取整、预留在同一分项中各只能有一步。',
      en: 'The step "{step}"[ (number {position})] is at the wrong place. The order is: standards, additions and deductions, limits and protection, total, guarantee paid by gains, rounding, reserve; total, rounding and reserve come once in a component.',
    },
    'policy.ruleUnreachable': {
      status: 422,
      zh: '规则“{rule}”[（第 {position} 条）]永远轮不到：前面的规则已经包含它的全部情形。请调整顺序或条件。',
      en: 'The rule "{rule}"[ (number {position})] is never reached: earlier rules catch all of its cases. Please change the order or the conditions.',
    },
    'policy.ruleNeverTrue': {
      status: 422,
      zh: '规则“{rule}”[（第 {position} 条）]的条件互相矛盾，永远不会成立。请检查条件。',
      en: 'The conditions of the rule "{rule}"[ (number {position})] contradict each other, so it never holds. Please check them.',
    },
    'policy.rulesOverlap': {
      status: 422,
      zh: '规则“{rule}”与“{other}”在“{indicator}”[为 {from} 到 {to} 时]重叠，先列出的优先。请确认这是本意，或改正界限。',
      en: 'The rules "{rule}" and "{other}" overlap on "{indicator}"[ from {from} to {to}]; the one listed first wins. Please make sure that this is meant, or correct the bounds.',
    },
    'policy.rangeEmpty': {
      status: 422,
      zh: '“{indicator}”的范围从 {from} 到 {to}，其中没有任何值。请检查上下限。',
      en: 'The range of "{indicator}" from {from} to {to} holds no value. Please check its ends.',
    },
    'policy.bandsOrder': {
      status: 422,
      zh: '步骤“{step}”的分档应从小到大：{value} 排在 {limit} 之后。',
      en: 'The bands of the step "{step}" must go upwards: {value} comes after {limit}.',
    },
    'policy.floorAboveCap': {
      status: 422,
      zh: '类别“{class}”的下限 {floorFen} 高于上限 {capFen}。请调整其中一个。',
      en: 'For the class "{class}" the floor of {floorFen} is above the cap of {capFen}. Please change one of them.',
    },
    'policy.limitsCrossed': {
      status: 422,
      zh: '步骤“{step}”的最小值 {minFen} 高于最大值 {maxFen}。请调整其中一个。',
      en: 'In the step "{step}" the minimum of {minFen} is above the maximum of {maxFen}. Please change one of them.',
    },
    'policy.outsideRange': {
      status: 422,
      zh: '“{indicator}”的界限 {value} 超出该指标的允许范围[（{min} 到 {max}）]，这个条件没有意义。',
      en: 'The bound {value} lies outside the range of "{indicator}"[ ({min} to {max})], so the condition means nothing.',
    },
    'policy.classWithoutStandard': {
      status: 422,
      zh: '类别“{class}”在步骤“{step}”中没有定额标准。请补上；若确为零，请写 0。',
      en: 'The class "{class}" has no standard amount in the step "{step}". Please add it; write 0 if zero is meant.',
    },
    'policy.classUnused': {
      status: 422,
      zh: '没有任何规则会给出类别“{class}”。请确认这是本意。',
      en: 'No rule leads to the class "{class}". Please make sure that this is meant.',
    },
    'policy.totalNotMultiple': {
      status: 422,
      zh: '步骤“{step}”的总额 {totalFen} 不是取整单位 {unitFen} 的整数倍，取整后不可能与总额相等。请调整总额或取整单位。',
      en: 'The total of {totalFen} in the step "{step}" is no multiple of the rounding unit of {unitFen}, so rounded amounts can\'t add up to it. Please change the total or the unit.',
    },
    'policy.classAlike': {
      status: 422,
      zh: '类别“{class}”与“{other}”只差大小写，电子表格和人都容易看混。请改用分得清的代号。',
      en: 'The classes "{class}" and "{other}" differ only in capitals, which spreadsheets and people easily mix up. Please use keys that can be told apart.',
    },
    'policy.notAboveCircle': {
      status: 422,
      zh: '指标“{indicator}”的“不大于”关系绕了一圈又回到它自己。请删去其中一条。',
      en: 'The indicator "{indicator}" is, through "not above", bound to itself in a circle. Please remove one of the relations.',
    },
    'policy.optionWithoutAmount': {
      status: 422,
      zh: '步骤“{step}”没有写明“{indicator}”为“{value}”时的金额。请补上；若确为零，请写 0。',
      en: 'The step "{step}" has no amount for "{indicator}" being "{value}". Please add it; write 0 if zero is meant.',
    },
    'policy.componentTwice': {
      status: 422,
      zh: '有两个经费分项的代号相同，或用了基本部分的代号 main[：{component}]。请改用不同的代号。',
      en: 'Two components of the fund have the same key, or one has that of the main part, main[: {component}]. Please use different keys.',
    },
    'policy.splitAndPayers': {
      status: 422,
      zh: '同时写了市区分担比例和出资方。两者只能留一个：请删去分担比例，或删去出资方。',
      en: 'There are both a split between city and district and a list of payers. Only one can stand: please remove the split or the payers.',
    },
    'policy.payerTwice': {
      status: 422,
      zh: '出资方的代号“{payer}”在同一张表里出现两次，或在两处的名称不同。请改用不同的代号，或统一名称。',
      en: 'The payer key "{payer}" stands twice in one list, or with two names. Please use different keys or the same name.',
    },
    'policy.payersMissing': {
      status: 422,
      zh: '经费分项“{component}”写了自己的出资方，其余经费却没有写由谁出资，各方合计将与总额对不上。请补上其余经费的出资方。',
      en: 'The component "{component}" has payers of its own, but nobody is named for the rest of the fund, so payers would not add up to the total. Please name its payers.',
    },
    'policy.payersEmpty': {
      status: 422,
      zh: '各出资方的比例和固定金额全是零，没有人出资。请至少让一方出资。',
      en: 'All ratios and fixed amounts of the payers are zero: nobody pays. Please let at least one of them pay.',
    },
    'policy.districtUnknown': {
      status: 422,
      zh: '出资规则提到的“{district}”不在已知区县之中[：{districts}]，这条规则不会用到。请核对名称。',
      en: 'A payer\'s rule names "{district}", which is none of the known districts[: {districts}], so it is never used. Please check the name.',
    },
    'policy.protectEmpty': {
      status: 422,
      zh: '步骤“{step}”既没有最多减少，也没有最多增加，不起作用。请填上其中一个，或删去这一步。',
      en: 'The step "{step}" has neither a highest loss nor a highest gain, so it does nothing. Please enter one of them or remove the step.',
    },
    'policy.financedWithoutLoss': {
      status: 422,
      zh: '步骤“{step}”要用增幅补差，却没有写最多减少多少，没有要补的差额。请填上“最多减少”。',
      en: 'In the step "{step}" gains are to pay for a guarantee, but there is no highest loss to guarantee. Please enter it.',
    },
    'policy.financedWithGain': {
      status: 422,
      zh: '步骤“{step}”用增幅补差，最高增幅由补差的需要算出，不能再另外规定。请删去“最多增加”，或改为不补差的保护。',
      en: 'In the step "{step}" gains pay for the guarantee, so the highest gain is found by the step and can\'t be set as well. Please remove it, or use a protection that is not paid for by gains.',
    },
    'policy.protectAfterReserve': {
      status: 422,
      zh: '步骤“{step}”与上年金额总计比较，但前面的经费分项还有预留，预留放出前后比较的结果会不同。请把与上年的比较放到预留之前的分项。',
      en: 'The step "{step}" compares with the whole fund of last year, but an earlier component holds a reserve, so the comparison would change with its release. Please compare in a component before the reserve.',
    },
    'policy.indicatorRetired': {
      status: 422,
      zh: '指标“{indicator}”已停用，不再填报。请改用其他指标，或先在指标字典中恢复它。',
      en: 'The indicator "{indicator}" is retired and no longer asked for. Please use another one, or bring it back in the dictionary first.',
    },
    'policy.draftUnknown': {
      status: 404,
      zh: '没有第 {value} 号草稿，它可能已被删除或定稿。',
      en: 'There is no draft number {value}; it may have been removed or adopted.',
    },
    'policy.notYet': {
      status: 422,
      zh: '办法“{name}”自 {effectiveYear} 年起施行，不能用于 {year} 年。请换用 {year} 年有效的办法；施行年度若写错了，请据此起草新版本并改正。',
      en: 'The policy "{name}" holds from {effectiveYear} on and can\'t be used for {year}. Please use one that holds in {year}; if the year is wrong, please draft a new version and correct it.',
    },
    'policy.exampleTwice': {
      status: 422,
      zh: '有两个检验样例的代号相同：{example}。请删去其中一个。',
      en: 'Two examples have the same key: {example}. Please remove one of them.',
    },
    'policy.exampleClass': {
      status: 422,
      zh: '检验样例“{example}”应为{expected}，按现在的规则却是{found}。请改正规则；若确应如此，请改样例并写明理由。',
      en: 'The example "{example}" should be {expected}, but under the present rules it is {found}. Please correct the rules; if it is right like this, change the example and say why.',
    },
    'policy.exampleAmount': {
      status: 422,
      zh: '检验样例“{example}”应得 {expectedFen}，按现在的步骤却得 {foundFen}。请改正步骤；若确应如此，请改样例并写明理由。',
      en: 'The example "{example}" should get {expectedFen}, but under the present steps it gets {foundFen}. Please correct the steps; if it is right like this, change the example and say why.',
    },
    'policy.exampleDepends': {
      status: 422,
      zh: '检验样例“{example}”的金额无法检验：步骤[“{step}”]在全体社区之间分配，单独一个社区得不出金额。请在样例中写明其他社区，或去掉金额，只检验类别。',
      en: 'The amount of the example "{example}" can\'t be tried: the step[ "{step}"] shares out among all communities, and one alone has no amount. Please tell the other communities of the example, or leave the amount out and try the class only.',
    },
    'policy.exampleReason': {
      status: 422,
      zh: '检验样例“{example}”与上一版不同或已删去。请写明理由。',
      en: 'The example "{example}" differs from the version before, or was taken out. Please say why.',
    },
    'policy.pathUnknown': {
      status: 422,
      zh: '办法中没有“{path}”这个位置：找不到“{value}”[。这里有：{known}]。',
      en: 'The policy has no place "{path}": "{value}" is not there[. There are: {known}].',
    },
    'policy.pathNotNumber': {
      status: 422,
      zh: '“{path}”处不是可以改动的数[，而是 {value}]。请指向一个界限、金额、比例或分值。',
      en: 'At "{path}" there is no number that can be changed[, but {value}]. Please name a threshold, an amount, a share or points.',
    },
    'policy.sweepRange': {
      status: 422,
      zh: '扫描的起点 {from} 大于终点 {to}。请对调两个数。',
      en: 'The sweep begins at {from}, above its end at {to}. Please swap the two numbers.',
    },
  },

  summaries: {
    policyTitle: { zh: '{title} {version}', en: '{title} {version}' },
    policyAdded: { zh: '增加{label}[，等{count}处]', en: 'Added: {label}[, {count} places in all]' },
    policyChanged: { zh: '{label}：{before} → {after}[，等{count}处]', en: '{label}: {before} → {after}[, {count} places in all]' },
    policyRemoved: { zh: '删去{label}[，等{count}处]', en: 'Removed: {label}[, {count} places in all]' },
  },

  subjects: {
    policy: { zh: '办法', en: 'Policy' },
    policyDraft: { zh: '办法草稿', en: 'Draft of a policy' },
    policyAdoption: { zh: '办法定稿', en: 'Adoption of a policy' },
  },

  papers: {},

  commands: {
    policy: {
      order: 7,
      lines: ['policy list [--json]', 'policy show NAME', 'policy check FILE [--json]'],
      zh: '列出、显示随附的办法，或检查一个办法文件。',
      en: 'Lists or shows the policies that come with the program, or checks a policy file.',
    },
  },
} as const satisfies ModuleWords
