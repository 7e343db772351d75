export const years = {
  title: '年度', start: '开始新年度', startNamed: '由 {from} 年开始新年度', startNote: '新年度沿用 {from} 年的社区和指标；{from} 年的金额、类别成为上年金额、上年类别，登记的结余成为新年度的结余指标。',
  newYear: '新年度（四位数字）', keepPolicy: '沿用 {from} 年的办法', overrides: '人工定类', overridesNone: '不带入，重新按办法定类', overridesKeep: '带入新年度（有效期已满的除外）',
  started: '已开始 {year} 年：{communities} 个社区，带入 {overrides} 个人工定类、{carryOver} 个社区的结余', toMind: '开始新年度时需要留意',
  open: '打开', openNamed: '打开 {year} 年', current: '当前', amount: '核定总额', adopted: '定稿', notAdopted: '未定稿', noResult: '按所用办法算不出结果',
  empty: '还没有可以沿用的年度', emptyNote: '先在一个年度中导入社区指标。', synthetic: '示例',
}

export const units = {
  title: '区划变更', yearNote: '{year} 年的变更；每次变更是一步，可以撤销',
  kinds: { found: '设立社区', merge: '合并社区', split: '拆分社区', rename: '社区更名', move: '社区划转', dissolve: '撤销社区' },
  asked: { found: '设立社区', merge: '合并社区', split: '拆分社区', rename: '社区更名', move: '社区划转到其他街道', dissolve: '撤销社区' },
  record: '记录变更', date: '日期', documentLabel: '依据文件（可空）', noteLabel: '说明（可空）', noteRequired: '说明（必填）', community: '社区',
  communityHint: '键入名称后从列表中选择', communityWrong: '请从列表中选择一个社区', newName: '新名称', foundKey: '已在表中的社区', foundNew: '新设一个社区',
  foundHow: '设立的是', addCommunity: '再加一个社区', take: '去掉', into: '合并后', intoKept: '并入{name}', intoNew: '成为一个新社区',
  mergeNote: '各项数量和上年经费相加；各社区不同的类别、比例记为未知，随后列出请您核实。', splitNote: '各项数量和上年经费按所选指标分给各部分，经费分到分，合计不变。',
  splitBy: '按哪个指标分', splitWhole: '现为 {value}', splitUnknown: '现值不详，按各部分填写的数分', part: '第 {number} 部分', partName: '名称', partCode: '代码（可空）', partAmount: '{indicator}',
  keepFirst: '第 1 部分沿用原社区的名称和代码', addPart: '再加一部分', partSubdistrict: '街道（镇）', partValues: '各部分已知的其他指标', partValuesNote: '留空的按上面的指标分；占比、分类不填的各部分记为未知或沿用原值。', addValue: '加一项已知指标……', takeValue: '去掉：{indicator}', partValue: '第 {number} 部分的{indicator}', valueWrong: '这个值不合指标的定义', wholeValue: '原为 {value}', partsRest: '各部分合计 {sum}，还差 {rest}', partsOver: '各部分合计 {sum}，多出 {rest}', partsFit: '各部分合计 {sum}，与现值相等',
  numberWrong: '请填写数字', moneyTo: '上年经费转给', moneyEnded: '不转给其他社区，就此终止', recorded: '已记录：{change}', toMind: '变更已记录，以下内容请核实', conservation: '与上年的核对',
  holds: '每个社区、每一分钱都有着落', holdsNot: '有 {count} 处没有着落，定稿会被拦下', noLastYear: '方案中没有更早的年度，没有可核对的内容。',
  lastCount: '{year} 年社区', nowCount: '{year} 年社区', lastMoney: '{year} 年经费', foundMoney: '记为上年经费', endedMoney: '随撤销终止', difference: '差额',
  basis: { adopted: '{year} 年经费取自定稿', ledger: '{year} 年经费取自登记的核定数', none: '{year} 年既没有定稿，也没有登记核定数，经费无从核对' },
  outcomesSaid: '{year} 年的 {count} 个社区：{outcomes}', foundedSaid: '另设立 {count} 个',
  outcomes: { continues: '延续', renamed: '更名', moved: '划转', merged: '合并', split: '拆分', dissolved: '撤销', lost: '去向不明' },
  gaps: '没有着落的', gapLost: '{names}上年还有，本年不见了，没有记录去向', gapLostMoney: '{names}（上年经费 {expected} 元）上年还有，本年不见了，没有记录去向',
  gapUnexplained: '{names}上年没有，没有记录由来', gapMoney: '{names}：上年经费共 {expected} 元，本年记为上年经费的却是 {found} 元，相差 {difference} 元',
  explainLost: '记为撤销……', explainNew: '记为设立……', toGrid: '去核对上年金额', accounts: '上年社区的去向', outcome: '去向', nowIn: '现属', changes: '本年的变更',
  empty: '本年还没有区划变更', emptyNote: '社区设立、合并、拆分、更名、划转、撤销时记在这里，指标和上年经费随之变动。', when: '日期', kind: '变更', before: '变更前', after: '变更后', previousMoney: '上年经费（元）',
  ended: '终止', moveTo: '划转到',
}

export const ledger = {
  title: '经费使用', search: '搜索社区、街道', allocated: '核定', spent: '支出', carried: '结余', rate: '执行率', doubt: '提醒', doubtNote: '支出与结余之和不等于核定数',
  differs: '差 {amount}', gridLabel: '经费使用台账', fromAdopted: '取自定稿', reported: '已报', reportedOf: '{reported} / {count}', byDistrict: '各区县', onlyOpen: '只看未报的', onlyDoubts: '只看有提醒的（{count}）',
  rateNote: '支出 ÷ 核定，只算两数都已登记的社区', saved: '已保存 {count} 个金额', moneyGroup: '{year} 年经费', hint: '直接键入或从 Excel 粘贴，单位为元，也可写“15万”；Ctrl+Z 撤销', rows: '{shown} / {total} 个社区',
  importFile: '导入台账', exportFile: '导出台账', exportNote: '{year} 年的台账，空格可以接着填；原样导入不会有任何改动。', exported: '已导出：{file}',
  importTitle: '导入 {year} 年台账：{file}', importing: '正在导入……', reading: '正在读取 {file}', amountChanges: '将修改的金额', amount: '项目', apply: '导入', giveUp: '放弃', another: '换一个文件',
  importSaid: '修改 {count} 个金额', importNothing: '文件与台账一致，没有要改的金额', importErrors: '有错误的文件不能导入：请在原表中改正，再重新选择文件', applied: '已导入：修改 {count} 个金额', moreChanges: '另有 {count} 个金额未列出',
  counts: { rows: '数据行', changed: '修改金额', unchanged: '不变的社区', skipped: '略过的行' },
}

export const completeness = {
  title: '完整性', search: '搜索社区、街道', delivered: '已报社区', share: '应填已填', owing: '欠表的街道', undecided: '因缺指标未定', cells: '{filled} / {asked} 格',
  subdistricts: '各街道（镇）', gaps: '缺什么', matters: '影响结果的缺项', others: '其他缺项', lastChange: '最近填报', lastFile: '最近交来的文件：{file}', state: '状态', owes: '欠表', complete: '齐全', partly: '有缺项',
  matterCount: '影响结果', onlyMatters: '只看影响结果的', none: '没有缺漏', noneNote: '各社区的指标都齐全。', noneHere: '这里没有缺漏', go: '到表格中填写{name}的{indicator}', goRow: '到表格中查看 {name}',
  mattersNote: '只有这些缺项会改变类别或金额，其余缺项无论填什么结果都一样', notDelivered: '未报', notComputed: '算不出类别和金额，因此不知道哪些缺项影响结果', ofCommunities: '{shown} 个社区有缺项', nothingMissing: '无',
}
