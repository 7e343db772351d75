import type { ModuleWords } from '../leaf.ts'

export const words = {
  problems: {
    'rollup.kindNoRoom': {
      status: 422,
      zh: '楼院种类已满{limit}个，没有加入“{value}”，它的楼院不计。请先在楼院改造里合并种类。',
      en: 'There are {limit} kinds of courtyards already; "{value}" is not added, and its courtyards don’t count. Please put kinds together first.',
    },
    'rollup.teamsLeft': {
      status: 422,
      zh: '“{file}”里的服务队没有汇总：队号只在那里有效，本方案的服务队不变。要看它们，请把文件打开为单独的方案。',
      en: 'The service teams in "{file}" are not rolled up: their numbers hold there alone, and the teams of this plan stay. To see them, open the file as a plan of its own.',
    },
    'rollup.kindDiffers': {
      status: 422,
      zh: '{file}中楼院种类“{value}”的名称、造价或等待增加与本方案的“{name}”不同，按本方案的计算。',
      en: 'In {file} the kind of courtyard "{value}" has another name, cost or rise than "{name}" here; the one here counts.',
    },
    'package.notOurs': {
      status: 422,
      zh: '“{file}”不是权衡的方案包，没有读取。请检查是否选错了文件。',
      en: '"{file}" is not a plan package of Quanheng; it was not read. Please check whether it is the right file.',
    },
    'package.newer': {
      status: 422,
      zh: '方案包“{file}”由较新的程序导出[（格式 {value}，本程序支持到 {limit}）]。请升级程序后再打开。',
      en: 'The package "{file}" was made by a newer program[ (format {value}; this one knows up to {limit})]. Please update the program and open it then.',
    },
    'package.damaged': {
      status: 422,
      zh: '方案包“{file}”不完整或被改动过，从第 {value} 字节起不符。请向报送单位重新要一份，不要用压缩软件重新打包。',
      en: 'The package "{file}" is not complete or was altered: it is not right from byte {value} on. Please ask for it again, and do not repack it with an archive program.',
    },
    'package.pathOutside': {
      status: 422,
      zh: '方案包“{file}”里有指向包外的路径“{value}”，已拒绝。请向报送单位核实来源。',
      en: 'The package "{file}" holds a path that leads out of it, "{value}", and was refused. Please ask the sender where it comes from.',
    },
    'package.partUnknown': {
      status: 422,
      zh: '方案包“{file}”里有不认识的内容“{value}”。请向报送单位重新要一份。',
      en: 'The package "{file}" holds a part that nobody knows, "{value}". Please ask for it again.',
    },
    'package.partMissing': {
      status: 422,
      zh: '方案包“{file}”里缺少或重复了“{value}”。请向报送单位重新要一份。',
      en: 'In the package "{file}", "{value}" is missing or there more than once. Please ask for it again.',
    },
    'package.partDiffers': {
      status: 422,
      zh: '方案包“{file}”中的“{value}”与导出时不符，内容被改动过或已损坏。请向报送单位重新要一份。',
      en: 'In the package "{file}", "{value}" is not as it was exported: it was altered or is damaged. Please ask for it again.',
    },
    'package.shape': {
      status: 422,
      zh: '方案包“{file}”的内容不符合格式：应为 {expected}[，实际为 {value}]。请向报送单位重新要一份。',
      en: 'The package "{file}" does not have the right form: expected {expected}[, found {value}]. Please ask for it again.',
    },
    'package.manifestDiffers': {
      status: 422,
      zh: '方案包“{file}”的清单与内容不符：{field}。请向报送单位重新要一份。',
      en: 'The list of contents of the package "{file}" is not what it contains: {field}. Please ask for it again.',
    },
    'package.classUnknown': {
      status: 422,
      zh: '“{file}”中有办法里没有的类别“{value}”。请报送单位核对后重新导出。',
      en: 'In "{file}" there is a class "{value}" that its policy does not have. Please have it checked and exported again.',
    },
    'package.amountWrong': {
      status: 422,
      zh: '“{file}”中有一个金额不是不小于零的整数（分）：{value}。请报送单位核对后重新导出。',
      en: 'In "{file}" an amount is not a whole number of fen from zero up: {value}. Please have it checked and exported again.',
    },
    'package.rowDiffers': {
      status: 422,
      zh: '“{file}”中一个社区按{what}相加为 {sumFen}，金额却是 {amountFen}，相差 {byFen}。请报送单位核对后重新导出。',
      en: 'In "{file}" the {what} of a community add up to {sumFen}, but its amount is {amountFen}, which differs by {byFen}. Please have it checked and exported again.',
    },
    'package.subtotalMissing': {
      status: 422,
      zh: '“{file}”中“{value}”没有小计，或有几个小计。请报送单位核对后重新导出。',
      en: 'In "{file}", "{value}" has no subtotal, or several. Please have it checked and exported again.',
    },
    'package.subtotalDiffers': {
      status: 422,
      zh: '“{file}”中“{value}”的各社区[按{what}]相加为 {sumFen}（{count} 个），小计却是 {totalFen}（{total} 个）。请报送单位核对后重新导出。',
      en: 'In "{file}" the communities of "{value}" add up[, for {what},] to {sumFen} ({count}), but the subtotal says {totalFen} ({total}). Please have it checked and exported again.',
    },
    'package.communityTwice': {
      status: 422,
      zh: '“{file}”中社区“{value}”出现了不止一次。请报送单位核对后重新导出。',
      en: 'In "{file}" the community "{value}" is there more than once. Please have it checked and exported again.',
    },
    'package.communityOneSided': {
      status: 422,
      zh: '“{file}”中社区“{value}”在指标和结果里对不上。请报送单位核对后重新导出。',
      en: 'In "{file}" the community "{value}" is not the same in the indicators and in the result. Please have it checked and exported again.',
    },
    'package.countDiffers': {
      status: 422,
      zh: '“{file}”中{what}实有 {count} 个，写的是 {total} 个。请报送单位核对后重新导出。',
      en: 'In "{file}" the count of {what} is {count}, but {total} is stated. Please have it checked and exported again.',
    },
    'package.hashDiffers': {
      status: 422,
      zh: '“{file}”中{what}的核对码对不上：应为 {expected}，实际为 {value}。请报送单位核对后重新导出。',
      en: 'In "{file}" the fingerprint of the {what} is wrong: expected {expected}, found {value}. Please have it checked and exported again.',
    },
    'package.stepsDiffer': {
      status: 422,
      zh: '“{file}”中一个社区的分配步骤（{value}）不是办法里的步骤（{expected}）。请报送单位核对后重新导出。',
      en: 'In "{file}" the steps of a community ({value}) are not those of the policy ({expected}). Please have it checked and exported again.',
    },
    'package.previousDiffers': {
      status: 422,
      zh: '“{file}”中社区“{value}”的上年情况在结果和指标里不同[，金额分别为 {statedFen} 和 {deliveredFen}][，类别分别为 {stated} 和 {delivered}]。请报送单位核对后重新导出。',
      en: 'In "{file}" last year of the community "{value}" is not the same in the result and in the indicators[, the amounts being {statedFen} and {deliveredFen}][, the classes {stated} and {delivered}]. Please have it checked and exported again.',
    },
    'package.empty': {
      status: 422,
      zh: '本年度还没有社区，没有可以导出的内容。请先导入社区指标。',
      en: 'The year has no communities yet, so there is nothing to export. Please import indicators first.',
    },
    'package.undecided': {
      status: 422,
      zh: '报出后上级的合计会不完整：[{undecided} 个社区没有定类；][{unknown} 个社区算不出金额；]请先补齐指标，或确认仍要导出。',
      en: 'The totals made from this package would not be complete: [communities without a class: {undecided}; ][communities without an amount: {unknown}; ]please fill in what is missing, or confirm the export.',
    },
    'package.adoptedChanged': {
      status: 422,
      zh: '“{title}”定稿之后，指标、办法或人工定类又有变化，已不能按定稿导出。请撤回改动，或导出当前方案。',
      en: 'Since "{title}" was adopted, indicators, the policy or classes by hand have changed; it can no longer be exported as adopted. Please undo the changes, or export the present plan.',
    },
    'package.districtUnknown': {
      status: 422,
      zh: '本年度没有区县“{value}”。请重新选择。',
      en: 'The year has no district "{value}". Please choose again.',
    },
    'package.resultDiffers': {
      status: 422,
      zh: '按“{file}”里的指标和办法重新计算，{field}应为 {expected}，包里写的是 {value}。请报送单位核对后重新导出。',
      en: 'Computed again from the indicators and the policy in "{file}", {field} should be {expected}; the package says {value}. Please have it checked and exported again.',
    },
    'package.engineDiffers': {
      status: 422,
      zh: '“{file}”由另一版本的测算引擎（{value}，本程序为 {limit}）算出，重新计算的结果与包里写的不同。合并后以本程序的结果为准。',
      en: '"{file}" was computed by another version of the engine ({value}; here {limit}), and comes out differently here. After merging, the result of this program counts.',
    },
    'package.notAlone': {
      status: 409,
      zh: '“{file}”的金额是 {count} 个社区一起计算的结果中的一部分，单独打开算不出同样的金额。请由报送单位导出全部区县，或在汇总时合并。',
      en: 'The amounts in "{file}" are a part of what {count} communities were given together, and can\'t be computed from it alone. Please have all districts exported, or merge it.',
    },
    'package.policyFails': {
      status: 422,
      zh: '“{file}”所带的办法“{name}”有 {count} 个检验样例不通过：{names}。其中的类别和金额可能不是办法所要的，请报送单位核对办法。',
      en: 'The policy "{name}" in "{file}" fails {count} of its own examples: {names}. Its classes and amounts may not be what the policy is meant to give; please have the policy checked.',
    },
    'package.openedDiffers': {
      status: 422,
      zh: '“{file}”已打开，但其中的“{value}”与本程序写出的不是逐字节相同（次序或写法不同）。请对照原件核对这一部分。',
      en: '"{file}" was opened, but its "{value}" is not byte for byte what this program writes (another order or spelling). Please compare this part with the original.',
    },
    'rollup.yearDiffers': {
      status: 409,
      zh: '“{file}”是 {value} 年的方案包，现在打开的是 {year} 年。请切换年度，或换一个文件。',
      en: '"{file}" is a package of {value}, but the year that is open is {year}. Please open that year, or choose another file.',
    },
    'rollup.packageHasOwn': {
      status: 409,
      zh: '“{file}”里有按自己的办法计算的区县（{names}），目前还不能再合并到别的方案，可以打开为单独的方案查看。请对方先对其改按本市办法计算，再导出。',
      en: '"{file}" has districts under policies of their own ({names}), and can\'t be merged into another plan yet; it can be opened as a plan. Please have its sender end that before exporting.',
    },
    'rollup.keepPart': {
      status: 409,
      zh: '{district}不能保留自己的办法和结果：该方案包是更大方案的一部分，金额是同其他社区一起算出来的。',
      en: "{district} can't keep its own policy and result: the package is a part of a larger plan whose amounts were computed together.",
    },
    'rollup.keepIndicators': {
      status: 409,
      zh: '{district}不能保留自己的办法和结果：该区办法“{name}”所用的指标，本市指标字典里没有或含义不同。',
      en: '{district} can\'t keep its own policy and result: indicators that its policy "{name}" needs are not in the city\'s dictionary or mean something else there.',
    },
    'rollup.keepDiffers': {
      status: 409,
      zh: '{district}不能保留自己的办法和结果：在本市重新核算，得不到与报送完全相同的结果。',
      en: "{district} can't keep its own policy and result: computed here, the result is not exactly as delivered.",
    },
    'rollup.keepUnknown': {
      status: 422,
      zh: '“{value}”没有可以保留的自有办法：没有打开它的方案包，或其办法与本市相同。',
      en: 'There is no own policy of "{value}" to be kept: its package is not open, or has the city\'s policy.',
    },
    'rollup.keptNone': {
      status: 404,
      zh: '{district}没有保留自己的办法，本来就按本市办法计算。',
      en: "{district} has not kept a policy of its own; it is computed by the city's policy already.",
    },
    'rollup.policyKept': {
      status: 409,
      zh: '{district}保留自己的办法“{name}”，类别和金额照报送结果；其他社区按本市办法“{own}”计算。',
      en: '{district} keeps its own policy "{name}", with classes and amounts as delivered; all others are computed by the city\'s policy "{own}".',
    },
    'rollup.keptEnds': {
      status: 409,
      zh: '{district}目前保留自己的办法“{name}”，合并后改按本市办法计算。如仍要保留，请在该包一行选择保留。',
      en: '{district} has kept its own policy "{name}" so far and will be computed by the city\'s policy after this. To keep it, please choose so beside its package.',
    },
    'rollup.keptNobody': {
      status: 409,
      zh: '{district}保留了自己的办法“{name}”，但本年已没有社区在这个区县名下：原有社区按现在所在区县的办法计算。如是区县改了名，请撤销改名，或重新合并该区的方案包；否则请在“报送与汇总”改按本市办法计算。',
      en: '{district} keeps its own policy "{name}", but no community is in a district of that name any more: they are computed by the policy of the district where they are now. If the district was renamed, please undo that or merge its package again; otherwise end it under Roll-up.',
    },
    'rollup.keepSharesOut': {
      status: 409,
      zh: '{district}不能保留自己的办法和结果：本市办法“{own}”在全部社区之间分配同一笔总额，一个区的金额不能另算。',
      en: '{district} can\'t keep its own policy and result: the city\'s policy "{own}" shares out one sum among all communities.',
    },
    'rollup.keepFinanced': {
      status: 409,
      zh: '{district}不能保留自己的办法和结果：该区办法“{name}”的保底由其他社区出资，不能与本市办法“{own}”的结果列在一张表里。',
      en: '{district} can\'t keep its own policy and result: under its policy "{name}" communities pay for the guarantees of others, which can\'t be told in one table with results of "{own}".',
    },
    'rollup.keepClasses': {
      status: 409,
      zh: '{district}不能保留自己的办法和结果：该区办法“{name}”有本市办法“{own}”所没有的类别，不能列在一张表里。',
      en: '{district} can\'t keep its own policy and result: its policy "{name}" has classes that the city\'s policy "{own}" does not have.',
    },
    'rollup.keepPayers': {
      status: 409,
      zh: '{district}不能保留自己的办法和结果：该区办法“{name}”的出资方与本市办法“{own}”不同，不能列在一张表里。',
      en: '{district} can\'t keep its own policy and result: its policy "{name}" has other payers than the city\'s policy "{own}".',
    },
    'rollup.keepComponents': {
      status: 409,
      zh: '{district}不能保留自己的办法和结果：该区办法“{name}”的经费构成与本市办法“{own}”不同，不能列在一张表里。',
      en: '{district} can\'t keep its own policy and result: its policy "{name}" has other components of the fund than the city\'s policy "{own}".',
    },
    'rollup.policyDiffers': {
      status: 409,
      zh: '“{file}”按“{name}”计算，本方案用的是“{own}”，两者版本或指标定义不同。合并后按本方案的办法重新计算。',
      en: '"{file}" was computed under "{name}", this plan uses "{own}": version or meaning of indicators differ. After merging, everything is computed under the policy of this plan.',
    },
    'rollup.districtTwice': {
      status: 409,
      zh: '“{file}”和“{other}”都是“{value}”的方案包，内容不同。请只留下更正后的一个。',
      en: '"{file}" and "{other}" are both packages of "{value}", and differ. Please keep only the corrected one.',
    },
    'rollup.sameTwice': {
      status: 409,
      zh: '“{file}”与“{other}”内容相同，只算一次。',
      en: '"{file}" is the same as "{other}" and counts once.',
    },
    'rollup.communityTwice': {
      status: 409,
      zh: '社区“{value}”在“{file}”和“{other}”里都有。请两个区县核实归属后，更正其中一个。',
      en: 'The community "{value}" is in "{file}" and in "{other}". Please let the two districts settle whose it is, and correct one package.',
    },
    'rollup.communityMoved': {
      status: 409,
      zh: '社区“{value}”原来在“{from}”，“{file}”把它列在“{to}”。合并后以“{to}”为准。',
      en: 'The community "{value}" was in "{from}"; "{file}" has it in "{to}", where it will be after merging.',
    },
    'rollup.districtMissing': {
      status: 409,
      zh: '本方案有过而本年度还没有报送的区县共 {count} 个：{names}。它们保持本方案现有的内容。',
      en: '{count} districts that this plan knows have not delivered this year: {names}. They stay as they are in this plan.',
    },
    'rollup.useUnknown': {
      status: 422,
      zh: '“{file}”有 {count} 个项目的用途是“{value}”，本方案的项目规则里没有。项目照样汇入，但没有上限可核；请在项目规则里增加这一用途，或请报送单位改用途。',
      en: 'In "{file}", {count} projects are of the use "{value}", which the rules of this plan do not have. They are taken over, but no cap holds for them; please add the use to the rules, or have it changed by the sender.',
    },
    'rollup.useDiffers': {
      status: 422,
      zh: '“{file}”有 {count} 个项目的用途是“{value}”，在本方案的项目规则里同一用途叫“{name}”，汇入后按“{name}”。请核对是否同一用途。',
      en: 'In "{file}", {count} projects are of the use "{value}", which the rules of this plan call "{name}"; they are taken over as that. Please check that it is the same use.',
    },
    'rollup.subjectDiffers': {
      status: 409,
      zh: '方案包 {file} 中的诉求主题“{value}”在本方案中叫“{name}”，以本方案为准。',
      en: 'The subject of appeals "{value}" of the package {file} is called "{name}" in this plan, whose own wording stays.',
    },
    'rollup.subjectNoRoom': {
      status: 409,
      zh: '诉求主题已满{limit}个，“{value}”没有加入列表；它的件数照样计入。',
      en: 'There are {limit} subjects of appeals already, so "{value}" was not added to the list; its counts come in all the same.',
    },
    'rollup.itemDiffers': {
      status: 409,
      zh: '方案包 {file} 中的事项“{name}”（{value}）与本方案的写法不同，以本方案为准。',
      en: 'The item "{name}" ({value}) of the package {file} is written otherwise than in this plan, whose own wording stays.',
    },
    'rollup.indicatorUnknown': {
      status: 409,
      zh: '“{file}”有本方案指标字典里没有的指标：{names}。数值会保留，但不参与计算。',
      en: '"{file}" has indicators that the dictionary of this plan does not know: {names}. Their values are kept, but count for nothing.',
    },
    'rollup.totalDiffers': {
      status: 409,
      zh: '各方案包的金额合计 {statedFen}，合并后重新计算为 {amountFen}，相差 {byFen}[；最先不同的是“{name}”]。办法与本市不同，或办法中有全市统筹的步骤时会这样。',
      en: 'The packages add up to {statedFen}; computed together it is {amountFen}, which differs by {byFen}[; "{name}" is the first that differs]. Another policy than the city\'s does this, and so do steps that share out one sum over the city.',
    },
    'rollup.refused': {
      status: 409,
      zh: '有 {count} 处问题，没有合并。请按提示更换或移除有问题的方案包。',
      en: 'There are {count} problems; nothing was merged. Please replace or remove the packages that have them.',
    },
    'rollup.unconfirmed': {
      status: 409,
      zh: '有 {count} 处需要留意，请逐条看过并确认后再合并。',
      en: 'There are {count} things to mind. Please read and confirm them, then merge.',
    },
  },

  summaries: {
    rollupEndKept: {
      zh: '{district}改按本市办法计算[：{beforeFen}改为{afterFen}]',
      en: "{district} is computed by the city's policy[: {beforeFen} becomes {afterFen}]",
    },
    rollupApply: {
      zh: '合并方案包：{districts}（新增{added}，更改{changed}，移出{removed}）[；保留自有办法：{kept}]',
      en: 'Merged packages: {districts} ({added} added, {changed} changed, {removed} taken out)[; with their own policy: {kept}]',
    },
  },

  subjects: { districtPolicy: { zh: '区县自有办法', en: 'Own policy of a district' } },

  papers: {
    certificate: {
      order: 9,
      name: { zh: '对账单', en: 'Certificate' },
      title: { zh: '{year} 年度经费对账单', en: 'Certificate of the Service Fund, {year}' },
      attachment: { zh: '', en: '' },
      ofAdopted: true,
      isRecord: true,
      columns: [],
    },
  },

  commands: {
    package: {
      order: 9,
      lines: [
        'package INPUT --out NAME.quanheng-package [--policy NAME|FILE.json] [--previous-amount YUAN | --previous FILE] [--year YEAR] [--confirmed]',
      ],
      zh: '把一张指标表和办法、结果一起写成方案包，交给上级合并；有未定的社区时须加 --confirmed。',
      en: 'Writes a sheet with its policy and result as a plan package, to be merged by the city; --confirmed where communities are undecided.',
    },
    verify: {
      order: 10,
      lines: ['verify PACKAGE [--json]'],
      zh: '不经测算引擎，独立核对方案包：逐项重新相加、重算核对码，打印对账单；再用本程序重新计算一遍。',
      en: 'Verifies a plan package independently of the engine: adds up every sum again, makes the fingerprints anew and prints the certificate; then computes it again.',
    },
  },
} as const satisfies ModuleWords
