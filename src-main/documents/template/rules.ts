/** Digits of a community's statistical code. */
export const CODE_LENGTH = 12

/** What whoever fills in the sheet has to know; printed on the second sheet. */
export const FILLING_RULES: readonly string[] = [
  '每个社区填一行，从表头下面第一行开始；不要改动表头，不要合并数据单元格。',
  '带 * 号的列是本办法需要的，缺少时社区可能无法确定类别或金额。其他列可以不填。',
  '没有数据的单元格留空，表示“未知”；确实为零请填 0。留空不会当作零。',
  '各列的单位见表头括号，请按该单位填数字。确需使用其他单位时，把单位写在数字后面，例如 1.7万人、20万元、35%。',
  '比例列的表头写有 %：填 35 或 35% 都表示百分之三十五。',
  '社区代码按文本填写，共 12 位；没有代码的社区以“区县 + 街道（镇）+ 名称”识别，名称请写全称。',
  '同一社区只能出现一次。小计、合计和“注：”开头的说明行会被略过。',
  '不要填写个人信息；本表只统计数量和金额。',
]
