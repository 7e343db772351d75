import type { ModuleWords } from '../leaf.ts'

export const words = {
  problems: {
    'project.unknown': {
      status: 404,
      zh: '没有号码为“{value}”的项目，可能已被删除。',
      en: 'There is no project number "{value}"; it may have been removed.',
    },
    'project.stepUnknown': {
      status: 404,
      zh: '“{purpose}”没有第 {value} 步，现在共有 {count} 步；可能刚被收回。请重新打开项目。',
      en: '"{purpose}" has no step number {value}: there are {count}, and it may just have been taken back. Please open the project again.',
    },
    'project.numberTwice': {
      status: 409,
      zh: '{community}在 {year} 年已有号码为“{value}”的项目。请换一个号码。',
      en: '{community} already has a project number "{value}" in {year}. Please give another number.',
    },
    'project.communityMerged': {
      status: 409,
      zh: '{community}已在 {year} 年并入{other}，项目请登记在{other}名下。',
      en: '{community} was merged into {other} in {year}; please enter the project under {other}.',
    },
    'project.communityGone': {
      status: 409,
      zh: '{community}在 {year} 年已不在方案中，不能登记项目。请核对区划变更。',
      en: '{community} is not in the plan of {year}, so no project can be entered for it. Please check the changes of the map.',
    },
    'project.yearClosed': {
      status: 409,
      zh: '{year} 年的项目台账已经结账，日期为 {value} 的步骤不能再登记或改动。请先收回结账，或改正日期。',
      en: 'The project register of {year} is closed, so a step dated {value} can be neither entered nor changed. Please open the year again, or put the date right.',
    },
    'project.dayBeforeYear': {
      status: 422,
      zh: '日期 {value} 早于项目所属的 {year} 年。请改正日期，或把项目登记到那一年。',
      en: 'The date {value} is before {year}, the year of the project. Please put the date right, or enter the project for that year.',
    },
    'project.dayAhead': {
      status: 422,
      zh: '日期 {value} 还没有到（今天是 {limit}）。台账只登记已经发生的步骤。',
      en: 'The date {value} is still to come (today is {limit}). The register holds what has happened.',
    },
    'project.categoryUnknown': {
      status: 422,
      zh: '没有用途“{value}”。可以用的有：{options}。',
      en: 'There is no use "{value}". There are: {options}.',
    },
    'project.categoryUsed': {
      status: 409,
      zh: '用途“{value}”已有 {count} 个项目，不能删去。请先改这些项目的用途。',
      en: '{count} projects are of the use "{value}", so it can\'t be taken out. Please give them another one first.',
    },
    'project.fieldMissing': { status: 422, zh: '缺少{what}。', en: '{what} is missing.' },
    'project.textLong': {
      status: 422,
      zh: '{what}最多 {limit} 个字，现在有 {value} 个。',
      en: '{what} has {limit} signs at most, and this has {value}.',
    },
    'project.countExpected': {
      status: 422,
      zh: '“{value}”不是例数。请填 1 以上的整数，没有的留空。',
      en: '"{value}" is no number of cases. Please give a whole number from 1, or leave it empty.',
    },
    'project.dayExpected': {
      status: 422,
      zh: '{what}“{value}”不是日期。请写成 2026-03-05、2026年3月5日或 2026.3.5。',
      en: '{what} "{value}" is no date. Please write 2026-03-05.',
    },
    'project.amountMissing': { status: 422, zh: '{step}要写明金额。', en: 'The step "{step}" needs an amount.' },
    'project.bodyMissing': {
      status: 422,
      zh: '{step}要写明由哪个机构议决（如居民代表会议）。',
      en: 'The step "{step}" needs the body that decided, such as an assembly.',
    },
    'project.reasonMissing': { status: 422, zh: '{step}要写明理由。', en: 'The step "{step}" needs a reason.' },
    'project.stepTwice': {
      status: 409,
      zh: '{step}已在 {other} 登记过，不能在 {date} 再登记一次。',
      en: 'The step "{step}" was entered for {other} and can\'t be entered again for {date}.',
    },
    'project.stepSkipped': {
      status: 409,
      zh: '{date} 的{step}之前还缺“{missing}”。请先登记，或在项目规则里改为不必等待。',
      en: 'Before the step "{step}" of {date}, "{missing}" is missing. Please enter it first, or have the rules not wait for it.',
    },
    'project.paidBefore': {
      status: 409,
      zh: '{date} 的付款早于议决。未经议决的项目不能付款。',
      en: 'The payment of {date} is before the decision. Nothing is paid for a project that is not decided.',
    },
    'project.refile': {
      status: 409,
      zh: '项目已变更，要重新备案后才能登记 {date} 的{step}。',
      en: 'The project was changed and has to be filed again before the step "{step}" of {date}.',
    },
    'project.ended': {
      status: 409,
      zh: '项目{other}之后不能再登记 {date} 的{step}。',
      en: 'After the project was {other}, the step "{step}" of {date} can\'t be entered.',
    },
    'project.changedLate': {
      status: 409,
      zh: '项目已在 {other} 结算，{date} 不能再变更金额。',
      en: "The project was settled on {other}; its amount can't be changed on {date}.",
    },
    'project.contractAbove': {
      status: 422,
      zh: '合同金额合计 {valueFen}，超过核准的 {limitFen}，多 {byFen}。请先变更核准金额。',
      en: 'The contracts are {valueFen} in all, {byFen} above the approved {limitFen}. Please have the amount changed first.',
    },
    'project.paidAboveContract': {
      status: 422,
      zh: '付款合计 {valueFen}，超过合同或结算的 {limitFen}，多 {byFen}。',
      en: 'The payments are {valueFen} in all, {byFen} above the {limitFen} of the contract or settlement.',
    },
    'project.paidAboveApproved': {
      status: 422,
      zh: '付款合计 {valueFen}，超过核准或结算的 {limitFen}，多 {byFen}。',
      en: 'The payments are {valueFen} in all, {byFen} above the {limitFen} that was approved or settled.',
    },
    'project.settledBelow': {
      status: 422,
      zh: '结算金额 {valueFen} 少于已付的 {limitFen}，差 {byFen}。',
      en: 'The settlement of {valueFen} is {byFen} below the {limitFen} that is paid.',
    },
    'project.settledAbove': {
      status: 422,
      zh: '结算金额 {valueFen} 超过核准或合同的 {limitFen}，多 {byFen}。超出部分不予承担。',
      en: 'The settlement of {valueFen} is {byFen} above the {limitFen} of approval or contract; what exceeds it is not covered.',
    },
    'project.changedBelow': {
      status: 422,
      zh: '变更后的金额 {valueFen} 少于已签合同或已付的 {limitFen}，差 {byFen}。',
      en: 'The changed amount of {valueFen} is {byFen} below the {limitFen} that is contracted or paid.',
    },
    'project.closedOpen': {
      status: 409,
      zh: '结算 {valueFen}，已付 {limitFen}，还有 {byFen} 没有付清，不能销号。',
      en: "Of the settlement of {valueFen}, {limitFen} is paid; {byFen} is open, so the project can't be closed.",
    },
    'project.overcommitted': {
      status: 409,
      zh: '{date} {community}可用 {freeFen}，需要 {neededFen}，超出 {byFen}。请减少金额，或等拨款到账。',
      en: 'On {date}, {community} has {freeFen} free and {neededFen} is needed: {byFen} too much. Please lower the amount, or wait for the money to come in.',
    },
    'project.rounds': {
      status: 409,
      zh: '{community}本季度已在 {other} 提出过项目，一季只提 {limit} 次。急需的请写明紧急事由。',
      en: '{community} has proposed projects on {other} in this quarter already, and does so {limit} times a quarter. If it is urgent, please say why.',
    },
    'project.useForbidden': {
      status: 409,
      zh: '“{purpose}”已核实为禁止的用途，不能再{step}。请终止项目，或改正核实结果。',
      en: '"{purpose}" was confirmed as a forbidden use, so the step "{step}" can\'t be made. Please stop the project, or correct the answer.',
    },
    'project.underWay': {
      status: 409,
      zh: '“{purpose}”已登记{step}（{date}），不能删除。登记错的步骤请先收回；不再做的项目登记终止，留在台账里。',
      en: '"{purpose}" has the step "{step}" of {date} and can\'t be removed. Please take back a step that is wrong; a project that is given up is stopped and stays in the register.',
    },
    'project.sheetUnknown': {
      status: 422,
      zh: '文件里找不到项目台账：至少要有“社区”和“{what}”两列。',
      en: 'No project register is found in the file: it needs at least the columns for the community and "{what}".',
    },
    'project.sheetsNotRead': {
      status: 422,
      zh: '没有读取工作表：{sheets}。里面找不到“社区”和“{what}”两列，也不是步骤表；若是台账，请补上列名再导入。',
      en: 'These sheets were not read: {sheets}. They have no columns for the community and "{what}", and are no sheet of steps; if they belong to the register, please add the headings and import again.',
    },
    'project.columnUnknown': {
      status: 422,
      zh: '“{heading}”列没有读取，台账里没有这一项。若需要，请把列名改成导出台账里的写法，再导入。',
      en: 'The column "{heading}" was not read: the register has no such field. If you need it, please give it the heading of the exported register and import again.',
    },
    'project.rowTwice': {
      status: 422,
      zh: '项目号“{value}”在第 {other} 行已经出现过。',
      en: 'The number "{value}" stands in row {other} already.',
    },
    'project.noNextYear': {
      status: 409,
      zh: '方案里还没有 {year} 年之后的年度。请先在“年度”里开始下一年。',
      en: 'The plan has no year after {year} yet. Please start the next year first.',
    },
    'project.ledgerSpent': {
      status: 409,
      zh: '经费使用里登记的支出 {ledgerFen}，与项目台账的付款 {otherFen} 相差 {byFen}。请核对。',
      en: 'The ledger has {ledgerFen} as spent, the register {otherFen} as paid; the difference is {byFen}. Please check.',
    },
    'project.ledgerCarried': {
      status: 409,
      zh: '经费使用里登记的结余 {ledgerFen}，与项目台账的年末余额 {otherFen} 相差 {byFen}。请核对。',
      en: 'The ledger has {ledgerFen} as carried over, the register {otherFen} at the end of the year; the difference is {byFen}. Please check.',
    },
  },

  summaries: {
    projectSave: { zh: '{community}：{purpose}', en: '{community}: {purpose}' },
    projectStep: { zh: '{community} {purpose}：{step} {date}', en: '{community}, {purpose}: {step} {date}' },
    projectEdit: { zh: '项目台账：更改{count}项', en: 'Project register: {count} cells changed' },
    projectImport: { zh: '{file}：新增{added}个、更改{changed}个项目', en: '{file}: {added} projects added, {changed} changed' },
    projectRules: { zh: '修改项目规则', en: 'Rules of projects changed' },
    projectIndicators: {
      zh: '{from}年项目台账的结余和支出进度列为{year}年指标：{count}个社区',
      en: 'Register of {from}: carry-over and execution are indicators of {year}, {count} communities',
    },
    projectClose: { zh: '{year}年项目台账结账', en: 'Project register of {year} closed' },
    projectOpen: { zh: '收回{year}年项目台账结账', en: 'Project register of {year} opened again' },
  },

  subjects: {
    project: { zh: '项目', en: 'Project' },
    projectEvent: { zh: '项目步骤', en: 'Step of a project' },
    spendingSetting: { zh: '项目规则', en: 'Rules of projects' },
    closedRegister: { zh: '台账结账', en: 'Closing of the register' },
  },

  papers: {
    publication: {
      order: 15,
      name: { zh: '项目公示表', en: 'Publication sheet' },
      title: { zh: '服务群众专项经费项目公示表', en: 'Project of the Service Fund: Notice to Residents' },
      portrait: true,
      isRecord: true,
      columns: [],
    },
    filing: {
      order: 16,
      name: { zh: '项目备案表', en: 'Filing sheet' },
      title: { zh: '服务群众专项经费项目备案表', en: 'Project of the Service Fund: Filing Sheet' },
      portrait: true,
      isRecord: true,
      columns: [],
    },
  },

  commands: {
    projects: {
      order: 16,
      lines: ['projects --plan FILE [--community CODE|NAME] [--json]'],
      zh: '列出方案文件当年的项目台账：项目、状态、金额，各级账户（结余＋到账－已付－承诺＝可用），以及监督发现的问题。',
      en: "Lists the year's project register of a plan file: projects with state and amounts, the accounts (carry-over + received - paid - committed = free), and what supervision finds.",
    },
  },
} as const satisfies ModuleWords
