export const scenarios = {
  title: '情景', note: '每个情景是一个基础加上若干改动；方案本身不变', import: '导入情景', stack: '叠加', stackHint: '勾选基础相同的两个情景', compare: '与当前方案比较', compareHint: '勾选一到三个情景', begin: '新的推演',
  empty: '还没有保存的情景', emptyNote: '在“情景推演”中调整阈值或金额，另存为情景，就能比较、叠加、交给别人。', open: '打开推演', rename: '名称与备注', duplicate: '复制', lock: '锁定', unlock: '解锁', export: '导出', remove: '删除', nameTaken: '已有同名情景，请换一个名称',
  removeTitle: '删除情景“{name}”？', removeNote: '可以用“撤销”找回。', removed: '已删除情景“{name}”', mark: '勾选', markOne: '勾选：{name}', base: '基础', changes: '改动', moved: '类别变动', total: '总额', locked: '已锁定', baseGone: '基础已不存在', noChange: '无',
  notComputed: '算不出结果，打开查看原因', same: '与基础方案完全相同，增减为零。', what: '内容', old: '基础', new: '情景', revert: '撤回', stackedName: '{first} + {second}', stackDo: '叠加成新情景', stackNote: '把“{second}”的改动叠加到“{first}”之上，成为一个新情景；原来两个不变。', noConflicts: '没有互相矛盾的改动。', conflicts: '{count} 处改动互相矛盾，请逐处选定：',
}
