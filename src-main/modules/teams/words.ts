import { column, type ModuleWords } from '../leaf.ts'

export const words = {
  problems: {
    'teams.none': {
      status: 409,
      zh: '本年度还没有社区，无从派驻服务队。请先导入社区。',
      en: 'This year has no communities, so there is nothing to post teams to. Please import them first.',
    },
    'teams.contradiction': {
      status: 422,
      zh: '这些要求不能同时满足：{demands}。放宽其中任意一项即可。',
      en: "These demands can't all be kept: {demands}. Loosening any one of them is enough.",
    },
    'teams.tooMany': {
      status: 422,
      zh: '服务队有 {teams} 支，社区只有 {communities} 个：每支队至少要有一个社区。请减少队数。',
      en: '{teams} teams, but only {communities} communities: every team needs one at least. Please have fewer teams.',
    },
    'teams.tooFewOfficers': {
      status: 422,
      zh: '队员共 {officers} 人，不够 {teams} 支队每队一人。请增加人数或减少队数。',
      en: '{officers} officers are too few for {teams} teams. Please have more officers or fewer teams.',
    },
    'teams.bureauEmpty': {
      status: 422,
      zh: '要求每队都有“{name}”的人，但该单位没有派人。请填写人数，或取消这项要求。',
      en: 'Every team is to have somebody of "{name}", but nobody comes from there. Please enter a number, or drop the demand.',
    },
    'teams.notFound': {
      status: 422,
      zh: '没有找到满足“每队社区数”要求的派驻，但也没有证明它不存在。请放宽每队最少或最多社区数，或延长求解时间。',
      en: 'No posting was found with so many communities for each team, nor was it proven that there is none. Please allow fewer or more communities for a team, or more time.',
    },
    'teams.repairImpossible': {
      status: 422,
      zh: '改派过的社区都留在原处时，无法满足全部要求。请移回其中一个，让改派的也可以动，或放宽要求。',
      en: "With the communities staying where they were put by hand, the demands can't be kept. Please put one of them back, let them be moved again, or loosen a demand.",
    },
    'teams.impossible': {
      status: 422,
      zh: '没有一种派驻能满足全部要求。请放宽其中一项。',
      en: 'No posting keeps all demands. Please loosen one of them.',
    },
    'teams.repairUnknown': {
      status: 422,
      zh: '规定时间内没有找到满足全部要求的改动，但也没有证明它不存在。请移回改派过的社区，或重新求解。',
      en: 'In the time given no changes were found that keep all demands, nor was it proven that there are none. Please put back what was moved by hand, or solve anew.',
    },
    'teams.repairTooLarge': {
      status: 422,
      zh: '{communities} 个社区乘以队数太多，没有试算最少改动。请重新求解：求解也会尽量少调整。',
      en: '{communities} communities times the number of teams are too many: the fewest changes were not looked for. Please solve anew, which also keeps changes few.',
    },
    'teams.weightGone': {
      status: 422,
      zh: '计工作量的指标“{names}”已不在指标字典中，不再计分。请到“要求”删除或改选。',
      en: 'The indicator "{names}" of the weights is no longer in the dictionary and counts nothing. Please remove it or choose another under Demands.',
    },
    'teams.stale': {
      status: 409,
      zh: '求解之后社区、工作量或要求又变了，结果不再适用。请重新求解。',
      en: 'Communities, work or demands have changed since it was solved. Please solve again.',
    },
    'teams.teamUnknown': {
      status: 404,
      zh: '没有第 {value} 队：本年度共 {limit} 支队。',
      en: 'There is no team {value}: the year has {limit} teams.',
    },
    'teams.periodUnknown': {
      status: 422,
      zh: '{name}只有 {limit} 个时段，没有第 {value} 个。',
      en: '{name} has {limit} periods, and no number {value}.',
    },
    'teams.classUnknown': {
      status: 422,
      zh: '办法中没有类别“{value}”。请改用办法里的类别。',
      en: 'The policy has no class "{value}". Please use its own classes.',
    },
    'teams.indicatorUnknown': {
      status: 422,
      zh: '指标字典中没有可计数的指标“{value}”。请重新选择。',
      en: 'The dictionary has no indicator "{value}" that counts something. Please choose again.',
    },
    'teams.areaUnknown': {
      status: 422,
      zh: '相邻名单中的“{value}”不在本年度的方案里。请改正名称。',
      en: '"{value}" in the list of neighbours is not in the plan of this year. Please put its name right.',
    },
    'teams.neighbourUnknown': {
      status: 422,
      zh: '“{value}”不是本年度方案里的街道（镇）。请改正名称，或删去。',
      en: '"{value}" is no subdistrict of this year\'s plan. Please put its name right, or leave it out.',
    },
    'teams.neighbourTwice': {
      status: 422,
      zh: '“{value}”在{districts}都有。请在前面写上区县。',
      en: '"{value}" is in several districts: {districts}. Please write the district before it.',
    },
    'teams.neighbourAlone': {
      status: 422,
      zh: '这一行只有“{value}”，没有与它相邻的街道（镇）。请补上，用制表符、逗号或顿号隔开。',
      en: 'This line has "{value}" alone, and no neighbour. Please write those it touches beside it, with tabs or commas between.',
    },
    'teams.limitsCrossed': {
      status: 422,
      zh: '{name}：最少 {least} 多于最多 {most}。请改正其中一个。',
      en: '{name}: the least, {least}, is above the most, {most}. Please put one of them right.',
    },
    'teams.noHouseholds': {
      status: 422,
      zh: '{count} 个社区的常住户数为 0（{names}），仍按权重里的指标和类别计工作量。请核对户数。',
      en: 'Communities without resident households: {count} ({names}). Their work counts all the same, by the indicators of the weights and the class; please check the number.',
    },
    'teams.island': {
      status: 422,
      zh: '相邻名单里没有{names}：那里的社区只能在本街道内成队。',
      en: 'No pair of neighbours has {names}: a team there serves that subdistrict alone.',
    },
    'teams.classUnsaid': {
      status: 422,
      zh: '要求里没有类别{names}的计分和走访次数，暂按 0 计。请到“要求”填写并保存。',
      en: 'The demands say nothing of points and visits for the class {names}: they count as 0. Please fill them in under Demands and save.',
    },
    'teams.assumed': {
      status: 422,
      zh: '{count} 个社区（{names}）有未知的数：{labels}。未知不当作零，按其他社区的平均数计工作量。',
      en: 'Of {count} communities ({names}) something is unknown: {labels}. It is no zero: their work counts with the mean of the others.',
    },
    'teams.unknownOfAll': {
      status: 422,
      zh: '所有社区都没有这些数：{labels}。它们未知，没有计入工作量；各队之间的多少因此说不准。',
      en: 'Nobody has these: {labels}. They are unknown and in no work, so that how even the teams are is not sure.',
    },
  },

  summaries: {
    teamSettings: {
      zh: '修改服务队要求：{teams} 支队，{officers} 人',
      en: 'Set the demands of service teams: {teams} teams, {officers} officers',
    },
    teamTake: { zh: '派驻服务队：调整 {count} 个社区', en: 'Posted service teams: {count} communities changed' },
    teamMove: { zh: '改派：{names} 到第 {team} 队', en: 'By hand: {names} to team {team}' },
    teamFree: { zh: '改派：{names} 退出服务队', en: 'By hand: {names} to no team' },
    teamSettle: { zh: '以现有派驻为准：{count} 个社区', en: "Today's posting: {count} communities" },
    teamDuties: { zh: '服务队职责：录入 {count} 格', en: 'Duties of service teams: {count} cells' },
  },

  subjects: {
    teamPlan: { zh: '服务队要求', en: 'Demands of service teams' },
    teamStaff: { zh: '服务队人员', en: 'Officers of a team' },
    teamPost: { zh: '服务队派驻', en: 'Posting of service teams' },
    teamDuty: { zh: '服务队职责', en: 'Duty of a team' },
  },

  papers: {
    teams: {
      order: 18,
      name: { zh: '服务队派驻表', en: 'Posting of service teams' },
      title: { zh: '{year} 年组团式下沉服务队派驻表', en: 'Posting of Service Teams, {year}' },
      portrait: true,
      isRecord: true,
      columns: [
        column('number', 'middle', 5, '序号', 'No.'),
        column('team', 'middle', null, '服务队', 'Team'),
        column('community', 'words', 16, '社区', 'Community'),
        column('subdistrict', 'words', 20, '区县、街道', 'District, subdistrict'),
        column('class', 'middle', 7, '类别', 'Class'),
        column('work', 'number', 12, '工作量（分）', 'Points'),
        column('visits', 'number', 15, '每周走访（次）', 'Visits a week'),
        column('today', 'middle', 10, '现行服务队', 'Team today'),
      ],
    },
    teamAreas: {
      order: 19,
      name: { zh: '服务队派驻表（按街道）', en: 'Posting by subdistrict' },
      title: { zh: '{year} 年各街道服务队派驻表', en: 'Service Teams by Subdistrict, {year}' },
      isRecord: true,
      columns: [
        column('number', 'middle', 4, '序号', 'No.'),
        column('district', 'middle', 8, '区县', 'District'),
        column('subdistrict', 'words', 12, '街道（镇）', 'Subdistrict'),
        column('communities', 'number', 7, '社区数', 'Communities'),
        column('work', 'number', 9, '工作量（分）', 'Points'),
        column('teams', 'words', 50, '服务队及社区', 'Teams and their communities'),
      ],
    },
  },

  commands: {
    teams: {
      order: 23,
      lines: ['teams INPUT | --plan FILE [--policy P] [--json]'],
      zh: '服务队派驻：各队的社区、工作量与不均衡度；只给 INPUT 时按参考要求求解。',
      en: 'The posting of service teams: communities, work and imbalance; with an INPUT alone, solved for the reference demands.',
    },
  },
} as const satisfies ModuleWords
