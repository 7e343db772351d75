import type { ModuleWords } from '../leaf.ts'

export const words = {
  problems: {
    'goal.noStandard': {
      status: 422,
      zh: '办法中没有[名为“{step}”的]按类别定额的步骤，没有可以求解的类别标准。可以改为求解分类界限。',
      en: 'The policy has no standard amounts by class[ in a step "{step}"], so there are no amounts to look for. You can look for a threshold instead.',
    },
    'goal.stepInTheWay': {
      status: 422,
      zh: '步骤“{step}”使金额不再随类别标准同步变化（有上下限、分摊或留成），无法精确反推。请先停用这一步，或改为求解分类界限。',
      en: 'Under the step "{step}" the money no longer follows the amounts of the classes (limits, shared sums or reserves), so they can\'t be found exactly. Please switch it off first, or look for a threshold instead.',
    },
    'goal.roundingBites': {
      status: 422,
      zh: '步骤“{step}”取整到 {unitFen}，会改变各社区的金额，无法精确反推。请选用 {unitFen} 的整数倍作为求解单位[；社区“{community}”另有不是整数倍的金额]。',
      en: 'The step "{step}" rounds to {unitFen} and changes the communities\' amounts, so they can\'t be found exactly. Please look in multiples of {unitFen}[; "{community}" has another amount that is no multiple].',
    },
    'goal.undecided': {
      status: 422,
      zh: '还有 {count} 个社区没有定类或金额，总额无从确定。请先补齐所缺的指标。',
      en: '{count} communities have no class or no amount yet, so there is no total. Please fill in the missing indicators first.',
    },
    'goal.noLimit': {
      status: 422,
      zh: '所提要求没有限制最高金额，“总额最高”没有答案。请加上总额上限，或各类标准的上限。',
      en: 'Nothing in the demands limits the amounts, so there is no highest total. Please add a limit on the total, or on the amount of each class.',
    },
    'goal.unsolved': {
      status: 422,
      zh: '求解没有得到可以核实的结果[（{detail}）]，因此不给出答案。请改用较大的求解单位，或减少要求。',
      en: 'The search gave no result that could be verified[ ({detail})], so there is no answer. Please use a larger unit, or fewer demands.',
    },
    'goal.districtUnknown': {
      status: 422,
      zh: '没有区县“{district}”[。已有：{districts}]。',
      en: 'There is no district "{district}"[. There are: {districts}].',
    },
    'goal.ownPolicies': {
      status: 422,
      zh: '{names}按该区自己的办法计算，不随本市办法变动，目前还不能在这种情况下反推标准和界限。请先在“报送与汇总”页对其改按本市办法计算，再求解。',
      en: '{names} stand under policies of their own, which no change of the city\'s policy is about; amounts and thresholds can\'t be found while they do. Please end that on the page "Roll-up" first.',
    },
    'goal.notThreshold': {
      status: 422,
      zh: '“{path}”不是某个指标的界限，不能按界限求解。请选择规则或步骤中的界限。',
      en: '"{path}" is not a threshold on an indicator, so it can\'t be looked for as one. Please choose a threshold of a rule or a step.',
    },
  },

  summaries: {},

  subjects: {},

  papers: {},

  commands: {
    sweep: {
      order: 4,
      lines: [
        'sweep INPUT --rule PATH --from A --to B [--points NUMBER] [--policy NAME|FILE.json] [--previous-amount YUAN | --previous FILE] [--json]',
      ],
      zh: '让办法中的一个数从 A 变到 B，逐点给出各类社区数和总额。PATH 如 classification/rules/oldCourtyards/when/of/0/value；A、B 用办法文件中的单位（金额为分，比例可写 50%）。',
      en: 'Moves one number of the policy from A to B and gives the classes and the total at each point. PATH is such as classification/rules/oldCourtyards/when/of/0/value; A and B in the unit of the policy file (amounts in fen; shares also as 50%).',
    },
  },
} as const satisfies ModuleWords
