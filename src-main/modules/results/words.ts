import { column, type ModuleWords } from '../leaf.ts'

export const words = {
  problems: {
    'workbook.ownPolicies': {
      status: 409,
      zh: '{names}按该区自己的办法计算，工作簿里的公式只能写本市办法，目前还不能导出工作簿。可打印分配表或导出方案包；或先在“报送与汇总”页对其改按本市办法计算。',
      en: '{names} stand under policies of their own, and the formulas of a workbook are those of one policy, so it can\'t be written yet. Please print the tables or export a package, or end that on the page "Roll-up" first.',
    },
    'allocation.totalBelowFloors': {
      status: 422,
      zh: '步骤“{step}”的总额 {totalFen} 低于各社区下限之和 {limitFen}，差 {byFen}。请提高总额，或降低下限。',
      en: 'The total of {totalFen} in the step "{step}" is below the sum of all floors, {limitFen}: {byFen} are lacking. Please raise the total or lower the floors.',
    },
    'allocation.totalAboveCaps': {
      status: 422,
      zh: '步骤“{step}”的总额 {totalFen} 高于各社区上限之和 {limitFen}，多出 {byFen}。请降低总额，或提高上限。',
      en: 'The total of {totalFen} in the step "{step}" is above the sum of all caps, {limitFen}: {byFen} are too much. Please lower the total or raise the caps.',
    },
    'allocation.nothingToShare': {
      status: 422,
      zh: '步骤“{step}”有 {byFen} 无处可分：没有一个社区可以参与。请检查分值、类别和上限。',
      en: 'In the step "{step}" there are {byFen} and nobody to share them among. Please check points, classes and caps.',
    },
    'allocation.undecided': {
      status: 422,
      zh: '有 {count} 个社区缺少数据。步骤“{step}”在全体之间分配一个总额，补齐之前参与的社区都还没有金额。',
      en: '{count} communities lack data. The step "{step}" shares one sum among all, so until it is filled in nobody who takes part has an amount.',
    },
    'allocation.noMultipleInBounds': {
      status: 422,
      zh: '步骤“{step}”：该社区的金额须在 {lowerFen} 与 {upperFen} 之间，其中没有 {unitFen} 的整数倍。请放宽限额，或改用更小的取整单位。',
      en: 'Step "{step}": this community\'s amount must lie between {lowerFen} and {upperFen}, where there is no multiple of {unitFen}. Please widen the limits or use a smaller rounding unit.',
    },
    'allocation.tooLarge': {
      status: 422,
      zh: '步骤“{step}”的金额大得无法精确计算。请检查标准和单价是否多写了 0。',
      en: 'The amounts of the step "{step}" are too large to be exact. Please check standards and rates for zeros too many.',
    },
    'allocation.gainPassed': {
      status: 422,
      zh: '步骤“{step}”：前面的经费分项已使该社区超出允许的最高增幅 {byFen}，这一步无法再减。请把增幅限制放到前面的分项，或降低前面的标准。',
      en: 'Step "{step}": earlier components already give this community {byFen} more than the highest gain allows, which this step can\'t take away. Please limit the gain in an earlier component, or lower its standards.',
    },
    'allocation.guaranteeNotFinanced': {
      status: 422,
      zh: '步骤“{step}”：保底需要 {totalFen}，可以用来补的增幅合计只有 {limitFen}，还差 {byFen}。请放宽“最多减少”，或另筹资金。',
      en: 'Step "{step}": the guarantee costs {totalFen}, but the gains that could pay for it are only {limitFen}: {byFen} are missing. Please allow a greater loss, or find other money.',
    },
    'allocation.reserveUnclaimed': {
      status: 422,
      zh: '步骤“{step}”：预留的 {byFen} 要放出，却没有一个社区达到标准。请检查标准，或暂不放出。',
      en: 'Step "{step}": {byFen} held back are to be released, but no community meets the standard. Please check the standard, or do not release it yet.',
    },
    'allocation.payersTooSmall': {
      status: 422,
      zh: '“{district}”还有 {byFen} 无人出资：各方的固定金额不够，又没有按比例出资的一方。请提高固定金额，或让一方按比例承担其余部分。',
      en: '"{district}": nobody pays {byFen}. The fixed amounts are not enough and nobody pays by ratio. Please raise a fixed amount, or let a payer take the rest by ratio.',
    },
  },

  summaries: {},

  subjects: {},

  papers: {
    allocation: {
      order: 1,
      name: { zh: '分配表', en: 'Allocation table' },
      title: { zh: '{year} 年度社区服务群众专项经费分配表', en: 'Allocation of the Community Service Fund, {year}' },
      ofAdopted: true,
      columns: [
        column('number', 'middle', 5, '序号', 'No.'),
        column('district', 'words', null, '区县', 'District'),
        column('subdistrict', 'words', 15, '街道（镇）', 'Subdistrict'),
        column('name', 'words', 18, '社区', 'Community'),
        column('code', 'words', null, '社区代码', 'Code'),
        column('class', 'middle', 8, '类别', 'Class'),
        column('lastClass', 'middle', null, '上年类别', 'Class last year'),
        column('previous', 'number', 11, '上年金额', 'Last year'),
        column('amount', 'number', 11, '本年金额', 'This year'),
        column('change', 'number', 10, '增减', 'Change'),
        column('paid', 'number', 22, '各级承担', 'Paid by'),
      ],
    },
    classification: {
      order: 2,
      name: { zh: '分类表', en: 'Classification register' },
      title: { zh: '{year} 年度社区分类表', en: 'Classification of Communities, {year}' },
      ofAdopted: true,
      columns: [
        column('number', 'middle', 5, '序号', 'No.'),
        column('district', 'words', null, '区县', 'District'),
        column('subdistrict', 'words', 16, '街道（镇）', 'Subdistrict'),
        column('name', 'words', 18, '社区', 'Community'),
        column('code', 'words', null, '社区代码', 'Code'),
        column('class', 'middle', 8, '类别', 'Class'),
        column('lastClass', 'middle', 8, '上年类别', 'Class last year'),
        column('rule', 'words', 25, '定类依据', 'Decided by'),
        column('remark', 'words', 20, '备注', 'Remarks'),
      ],
    },
    payers: {
      order: 4,
      name: { zh: '出资表', en: 'Funds by payer' },
      title: { zh: '{year} 年度社区服务群众专项经费出资表', en: 'Community Service Fund by Payer, {year}' },
      ofAdopted: true,
      columns: [
        column('number', 'middle', 6, '序号', 'No.'),
        column('district', 'words', null, '区县', 'District'),
        column('subdistrict', 'words', 24, '街道（镇）', 'Subdistrict'),
        column('count', 'number', 10, '社区数', 'Communities'),
        column('amount', 'number', 20, '本年金额', 'This year'),
        column('paid', 'number', 40, '各级承担', 'Paid by'),
      ],
    },
    statement: {
      order: 7,
      name: { zh: '社区核定单', en: 'Statement of a community' },
      title: { zh: '{community} {year} 年度专项经费核定单', en: '{community}: Service Fund Statement, {year}' },
      attachment: { zh: '', en: '' },
      portrait: true,
      ofAdopted: true,
      ofCommunities: true,
      gaps: ['community'],
      columns: [
        column('step', 'words', 44, '步骤', 'Step'),
        column('amount', 'number', 28, '金额', 'Amount'),
        column('running', 'number', 28, '累计', 'Running sum'),
      ],
    },
    community: {
      order: 13,
      name: { zh: '社区一览表', en: 'Community sheet' },
      title: { zh: '{community}一览表（{year} 年度）', en: '{community}: Everything on One Page, {year}' },
      attachment: { zh: '', en: '' },
      portrait: true,
      margins: 'narrow',
      ofCommunities: true,
      gaps: ['community'],
      columns: [],
    },
  },

  commands: {
    plan: {
      order: 1,
      lines: ['plan INPUT [--policy NAME|FILE.json] [--previous-amount YUAN | --previous FILE] [--year YEAR] [--json] [--out FILE.xlsx]'],
      zh: '读取指标表，分类、分配并与上年比较；--json 输出供其他程序读取的结果，--out 写出 Excel 工作簿。办法默认为 reference。',
      en: 'Reads a sheet of indicators, classifies, allocates and compares with last year; --json prints the result for other programs, --out writes an Excel workbook. The policy is reference unless another is named.',
    },
    explain: {
      order: 3,
      lines: ['explain INPUT --community CODE|NAME [--policy NAME|FILE.json] [--previous-amount YUAN | --previous FILE] [--json]'],
      zh: '说明一个社区为什么是这一类、这个金额：每个条件的值和界限、前面的规则为何不成立、离其他类别还差多少。',
      en: 'Says why a community has its class and amount: each condition with value and threshold, why earlier rules fail, how far it is from another class.',
    },
  },
} as const satisfies ModuleWords
