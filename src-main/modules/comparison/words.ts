import { column, type ModuleWords } from '../leaf.ts'

export const words = {
  problems: {},

  summaries: {},

  subjects: {},

  papers: {
    comparison: {
      order: 3,
      name: { zh: '比较表', en: 'Comparison' },
      title: { zh: '“{other}”与“{base}”比较表', en: '{other} compared with {base}' },
      gaps: ['base', 'other'],
      columns: [
        column('number', 'middle', 5, '序号', 'No.'),
        column('subdistrict', 'words', 12, '街道（镇）', 'Subdistrict'),
        column('name', 'words', 15, '社区', 'Community'),
        column('classBefore', 'middle', 8, '原类别', 'Class before'),
        column('class', 'middle', 8, '类别', 'Class'),
        column('before', 'number', 11, '原金额', 'Amount before'),
        column('after', 'number', 11, '现金额', 'Amount now'),
        column('change', 'number', 9, '增减', 'Change'),
        column('reason', 'words', 21, '变化原因', 'Why'),
      ],
    },
  },

  commands: {
    compare: {
      order: 2,
      lines: [
        'compare INPUT --base NAME|FILE.json --with NAME|FILE.json [--previous-amount YUAN | --previous FILE] [--year YEAR] [--json] [--out FILE.xlsx]',
      ],
      zh: '同一张表上比较两个办法：总额、按类别的增减、谁增谁减、类别变动；--json 输出供其他程序读取的结果，--out 写出 Excel 对照工作簿。',
      en: 'Compares two policies on the same sheet: totals, change by class, who gains and who loses, moves between classes; --json prints the result for other programs, --out writes an Excel workbook.',
    },
  },
} as const satisfies ModuleWords
