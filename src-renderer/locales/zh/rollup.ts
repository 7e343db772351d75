export const rollup = {
  title: '报送与汇总', note: '区县把本年度方案存成一个方案包，市里把各区县的包合并进来', exporting: '导出方案包……', certificate: '对账单', choose: '打开方案包……', more: '再加方案包……',
  exportTitle: '导出方案包', exportAction: '导出', exportNote: '方案包含本年度的指标、人工定类、区划变更、办法、结果和校验值，交上级合并；不含其他年度。', which: '导出哪一份', present: '当前方案', adopted: '定稿：{title}',
  districts: '导出的区县', districtsNote: '只导出一部分区县时，结果按这些区县单独计算。', undecidedNote: '有 {count} 个社区未定，仍要导出', exported: '已导出 {file}',
  openAction: '打开', planName: '方案名称', openNote: '各表的数字与报送时相同。版式不随包：表名、列和签署栏用程序的默认版式，可在“文件与打印”中再改。',
  together: '本次合并后共有 {count} 个区县：{names}', openAsPlan: '打开为新方案', openNamed: '打开为新方案：{file}', opened: '已打开为新方案“{name}”。版式不随包：表名、列和签署栏为默认版式', merging: '正在合并', reading: '正在打开 {count} 个方案包', dropped: '放弃', merge: '合并', mergeNote: '合并是一步，可以撤销。', confirm: '我已逐条看过下面 {count} 处提醒', merged: '已合并 {packages} 个方案包：新增 {added}，更改 {changed}，移出 {removed}',
  packages: '打开的方案包', file: '文件', district: '区县', policy: '办法', communities: '社区', amount: '包内金额', standing: '与以前', problems: '问题', unreadable: '不能读取', remove: '移除', removeNamed: '移除：{file}', undecided: '{count}（未定 {undecided}）',
  standings: { new: '第一次', replaces: '更正，代替以前的包', same: '与已合并的相同' }, noProblems: '无', counted: '{errors} 处错误，{warnings} 处提醒', sourceAdopted: '定稿 {date}',
  totals: '合并后的各区县', stated: '各包写明', computed: '合并后', difference: '相差', lastYear: '上年', fromPlan: '保持本方案',
  toMind: '需要留意和改正的', changes: '合并会改变', added: '新增', changed: '更改', removed: '移出', unchanged: '不变', nothingChanges: '与本方案现有内容完全一致。', listed: '只列出前 {count} 个社区', kind: '变动', was: '原来', becomes: '合并后',
  state: '已合并的方案包', empty: '还没有合并过方案包', emptyNote: '打开各区县报送的 .quanheng-package 文件，一次可以选几个，次序不限。合并之前先核对，不改动任何内容。', missing: '尚未报送：{names}', app: '程序版本', hash: '结果校验值',
  line: '相加的各项', addends: '项数', sum: '相加', shouldBe: '应为', off: '相差', holds: '各项相加均与总额一致，校验值相符。', fails: '有 {count} 处不一致，见下。', hashes: '校验值（SHA-256）', inputHash: '指标和人工定类', policyHash: '办法', resultHash: '结果', packageHash: '方案包', saveJson: '存为 JSON', independent: '由独立的核对程序逐行重新相加，不经过分配计算。', count: '社区 {count} 个，未定 {undecided} 个',
  lines: { communities: '各社区', subdistricts: '各街道（镇）', districts: '各区县', classes: '各类别', payers: '各出资方', components: '各资金组成', steps: '各计算步骤', district: '区县：{name}', payer: '出资方：{name}', component: '组成：{name}', previous: '上年：各社区', previousDistricts: '上年：各区县' },
}
