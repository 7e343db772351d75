import type { ModuleWords } from '../leaf.ts'

export const words = {
  problems: {
    'file.notSpreadsheet': {
      status: 422,
      zh: '“{file}”不是电子表格[，而是{found}]。[若 Excel 或 WPS 能打开它，请另存为 {saveAs} 再导入；否则]请提供 .xlsx、.xls 或 .csv 文件。',
      en: '"{file}" is not a spreadsheet[ but {found}]. Please choose an .xlsx, .xls or .csv file[; if Excel or WPS opens it, save it as {saveAs} and import that].',
    },
    'file.encrypted': {
      status: 422,
      zh: '“{file}”设有打开密码。请在 Excel 或 WPS 中取消密码、另存后再导入。',
      en: '"{file}" is protected by a password. Please remove the password in Excel or WPS, save, and import again.',
    },
    'file.corrupt': {
      status: 422,
      zh: '“{file}”不完整或已损坏[（{what}）]。请重新复制一份，或用 Excel、WPS 打开后另存再试。',
      en: '"{file}" is incomplete or damaged[ ({what})]. Please copy it again, or open it in Excel or WPS and save it anew.',
    },
    'file.empty': {
      status: 422,
      zh: '“{file}”中没有任何内容。请检查是否选错了文件。',
      en: '"{file}" has nothing in it. Please check whether it is the right file.',
    },
    'file.tooLarge': {
      status: 413,
      zh: '文件[“{file}”]太大[（{value} MB）]，最多 {limit} MB。请删去无关的工作表或图片，或分几次导入。',
      en: 'The file[ "{file}"] is too large[ ({value} MB)]; the limit is {limit} MB. Please remove other sheets and pictures, or import it in parts.',
    },
    'file.tooMuch': {
      status: 413,
      zh: '“{file}”内容太多，没有读取：单元格、文字或其长度超过了上限（{limit}）。请删去无关的工作表、空行和格式，只留要导入的表。',
      en: '"{file}" holds too much and was not read: its cells, its texts or their length are above the limit ({limit}). Please remove other sheets, empty rows and formats, and keep the table that is to be imported.',
    },
    'file.tooLong': {
      status: 413,
      zh: '“{file}”读了很久也没有读完，已经停止，其他文件照常读取。它可能已损坏：请用 Excel 或 WPS 打开后另存再试，只留要导入的表。',
      en: '"{file}" could not be read to its end in a long time, and was given up; other files are read as usual. It may be damaged: please open it in Excel or WPS, keep the table that is to be imported, and save it anew.',
    },
    'file.outOfMemory': {
      status: 422,
      zh: '“{file}”内容太多，内存不足，没有读取。请删去无关的工作表和格式，或分几次导入。',
      en: 'There is not enough memory to read "{file}". Please remove sheets and formats that are not needed, or import it in parts.',
    },
    'file.notRead': {
      status: 422,
      zh: '读取“{file}”时程序内部出现意外，这个文件没有读取，其他文件不受影响。请用 Excel 或 WPS 打开后另存为 .xlsx 再试。查询号 {incident}；详情在数据文件夹的 quanheng.log 中，请连同查询号告知维护人员。',
      en: 'Something unexpected happened inside the program while "{file}" was read. The file was not read, others are not affected. Please open it in Excel or WPS, save it as .xlsx and try again. Number {incident}; the details are in quanheng.log in the data folder. Please pass the number on to whoever looks after the program.',
    },
    'import.noHeader': {
      status: 422,
      zh: '没有找到表头[；查找过这些列：{lookedFor}]。请保留一行写明各列名称的表头。',
      en: 'No header row was found[; columns looked for: {lookedFor}]. Please keep one row that names the columns.',
    },
    'import.headerByShape': {
      status: 422,
      zh: '没有认识的列名，暂按形状把第 {value} 行当作表头。请在表格前几行中核对，点选真正的表头。',
      en: 'No heading is known here; row {value} is taken for the header by its shape. Please check the first rows, and click the real header.',
    },
    'import.turnedRead': {
      status: 422,
      zh: '这张表的指标是一行一个、社区是一列一个，已按转置以后的表读取。这里说的行和列都是转置以后的：第 2 行即原表的 B 列，C 列即原表的第 3 行。',
      en: 'In this sheet each indicator is a row and each community a column; it was read as it is when transposed. Rows and columns named here are those of the transposed sheet: row 2 is column B of the file, column C is its row 3.',
    },
    'import.turned': {
      status: 422,
      zh: '这张表的指标是一行一个、社区是一列一个，但没有认出社区，没有读取。请在 Excel 中复制整表，用“选择性粘贴 → 转置”粘到新表，再导入。',
      en: 'In this sheet each indicator is a row and each community a column, but no communities were recognised; it was not read. Please copy it in Excel, paste it into a new sheet with "Paste special, Transpose", and import that.',
    },
    'import.noNameColumn': {
      status: 422,
      zh: '没有找到社区名称列[（查找过：{lookedFor}）]。请补上这一列，或人工指定。',
      en: "There is no column with the communities' names[ (looked for: {lookedFor})]. Please add it, or choose it by hand.",
    },
    'import.nameByValues': {
      status: 422,
      zh: '没有写明是社区名称的列；“{heading}”列下面是社区的名称，按社区名称读取。不对时请在对应关系中改选。',
      en: 'No heading says which column has the names; below "{heading}" stand communities, so it is read as their names. If it is not, choose another column in the mapping.',
    },
    'import.noCommunities': {
      status: 422,
      zh: '这张表的每一行是一个街道或区县（“{heading}”列），没有社区，所以不能导入。请提供写到社区一级的表；如果这一列其实是社区名称，请在对应关系中改选。',
      en: 'Each row of this sheet is a subdistrict or district (column "{heading}"); there are no communities, so it can\'t be imported. Please provide the sheet by community; if that column has the names of communities after all, choose so in the mapping.',
    },
    'import.nameGuessed': {
      status: 422,
      zh: '没有写明是社区名称的列。“{heading}”列各行都不相同，暂按社区名称读取；请在对应关系中点“就是社区名称”，或改选别的列。',
      en: 'No heading says which column has the names. "{heading}" has another text in each row and is read as the names for now; please click "These are the names" in the mapping, or choose another column.',
    },
    'import.noPlaceColumn': {
      status: 422,
      zh: '没有可以确定社区所属的列[（需要其中之一：{lookedFor}）]。不同街道可能有同名社区，请说明是哪个街道，或补上街道、社区代码。',
      en: 'No column says where a community belongs[ (one of these is needed: {lookedFor})]. Names repeat between subdistricts: please say which subdistrict it is, or add the subdistrict or the code.',
    },
    'import.subdistrictFrom': {
      status: 422,
      zh: '表中没有街道一列，按“{text}”把 {rows} 行都归入“{subdistrict}”。若不对，请补上街道一列。',
      en: 'The table has no column of subdistricts; by "{text}" all {rows} rows are taken to be in "{subdistrict}". If that is wrong, please add the column.',
    },
    'import.subdistrictFromRows': {
      status: 422,
      zh: '表中没有街道一列，按第 {first} 至 {last} 行间单独写出街道的 {subdistricts} 行（如“{text}”），把 {rows} 行分别归入各街道。若不对，请补上街道一列。',
      en: 'The table has no column of subdistricts; by {subdistricts} rows between {first} and {last} that name one (such as "{text}"), {rows} rows are taken to be in those. If that is wrong, please add the column.',
    },
    'import.columnUnknown': {
      status: 422,
      zh: '“{heading}”列没有对应的指标，不会导入。若需要，请人工指定它对应的指标。',
      en: 'The column "{heading}" fits no indicator and is not taken over. If you need it, choose its indicator by hand.',
    },
    'import.columnTwice': {
      status: 422,
      zh: '“{heading}”与“{other}”[（{otherColumn} 列）]对应同一个指标。请只保留一列，或改正其中一列的对应关系。',
      en: '"{heading}" and "{other}"[ (column {otherColumn})] stand for the same indicator. Please keep one of them, or correct what one stands for.',
    },
    'import.columnMissing': {
      status: 422,
      zh: '缺少列[“{label}”][：{columns}]。相应的值将视为未知；若手头有数据，请补上这一列。',
      en: 'A column is missing[: "{label}"][: {columns}]. Its values count as unknown; please add it if you have the figures.',
    },
    'import.noRows': {
      status: 422,
      zh: '表头下面没有可用的社区数据行。请检查选择的工作表和文件是否正确。',
      en: 'There are no communities below the header. Please check that sheet and file are the right ones.',
    },
    'import.nameMissing': {
      status: 422,
      zh: '这一行没有社区名称。请补上；若是小计或备注行，请删去。',
      en: 'This row has no community name. Please add it; if it is a subtotal or a note, please delete the row.',
    },
    'import.totalFound': {
      status: 422,
      zh: '这一行[（“{name}”）]的各项数字恰好是第 {first} 至 {last} 行中 {rows} 个社区之和，按合计行略过，没有作为社区导入。若确是社区，请填上社区代码。',
      en: 'The figures of this row[ ("{name}")] are the sum of {rows} communities between rows {first} and {last}: it is taken for a total and left out. If it is a community, please give its code.',
    },
    'import.totalDiffers': {
      status: 422,
      zh: '合计行“{heading}”为 {total}，而第 {first} 至 {last} 行 {rows} 个社区之和为 {sum}，相差 {difference}。导入的是各社区的数字，请核实是否漏行或填错。',
      en: 'The total of "{heading}" says {total}, the {rows} communities between rows {first} and {last} add up to {sum}: {difference} apart. What is taken over are the figures of the communities; please check whether a row is missing or wrong.',
    },
    'import.previousClassUnknown': {
      status: 422,
      zh: '上年类别“{value}”不在 {last} 年办法的类别之中（{classes}）。请核实；属实不必改动。',
      en: '"{value}" as last year\'s class is none of the classes of the policy of {last} ({classes}). Please check; if it is right, leave it.',
    },
    'import.unitUnsaid': {
      status: 422,
      zh: '“{heading}”没有写单位，按{own}读取；同一表中“{other}”的单位是{unit}。请核实单位，必要时在表头写明后重新导入。',
      en: '"{heading}" names no unit and is read in {own}; "{other}" in the same table is in {unit}. Please check; where needed, write the unit into the heading and import again.',
    },
    'import.columnYear': {
      status: 422,
      zh: '“{heading}”写的是 {value} 年，{year} 年方案的这一列应为 {expected} 年的数字，没有导入。请核对文件；若确是这一列，请人工指定。',
      en: '"{heading}" is about {value}, but in the plan of {year} this column holds figures of {expected}; it is not taken over. Please check the file; if it is this column, assign it by hand.',
    },
    'import.titleYear': {
      status: 422,
      zh: '表头上方写的是“{title}”，即 {value} 年；正在导入 {year} 年的方案。请核对是否选错了文件。',
      en: 'Above the table stands "{title}", which is {value}; it is being imported into the plan of {year}. Please check that this is the right file.',
    },
    'import.placeMissing': {
      status: 422,
      zh: '“{name}”没有注明街道，也没有社区代码，无法与同名社区区分。请补上其中之一。',
      en: '"{name}" has neither subdistrict nor code and can\'t be told from others of the same name. Please add one of them.',
    },
    'import.codeWrong': {
      status: 422,
      zh: '“{value}”不是社区代码：应为 12 位数字。请按文本格式填写，以免丢失首尾的 0。',
      en: '"{value}" is not a community code: 12 digits are needed. Please format the column as text, so that zeros are kept.',
    },
    'import.communityTwice': {
      status: 422,
      zh: '社区“{name}”重复出现，另一处在第 {otherRow} 行。请只保留一行。',
      en: 'The community "{name}" is listed twice; the other is in row {otherRow}. Please keep one row.',
    },
    'import.districtUnknown': {
      status: 422,
      zh: '不认识的区县“{value}”[；已知：{expected}]。请核对名称；若确为新的区县，可以保留。',
      en: '"{value}" is not a known district[; known: {expected}]. Please check the name; a district that is really new can stay.',
    },
    'import.looksLike': {
      status: 422,
      zh: '“{name}”不在方案中，但很像“{other}”[（{otherPlace}）]。请确认就是它，还是新的社区。',
      en: '"{name}" is not in the plan, but looks like "{other}"[ ({otherPlace})]. Please say whether it is that one or a new community.',
    },
    'import.codeOfAnother': {
      status: 422,
      zh: '“{name}”的代码 {value} 在方案中是“{own}”，而方案中另有“{other}”[（{otherPlace}）]。请确认这一行说的是哪一个。',
      en: 'The code {value} of "{name}" is that of "{own}" in the plan, and the plan also has "{other}"[ ({otherPlace})]. Please say which one this row is about.',
    },
    'import.nameNotUnique': {
      status: 422,
      zh: '[有 {count} 个]名为“{value}”的社区[：{places}]。请补上街道或社区代码加以区分。',
      en: 'There are [{count} ]communities called "{value}"[: {places}]. Please add the subdistrict or the code to tell them apart.',
    },
    'import.numberExpected': {
      status: 422,
      zh: '[“{heading}”]应填数字，却是“{value}”。请改为数字；没有数据时留空即可。',
      en: '[{heading}: ]a number is needed, not "{value}". Please correct it; leave it empty where there is no figure.',
    },
    'import.wholeNumberExpected': {
      status: 422,
      zh: '[“{heading}”]应填整数，却是“{value}”。请改为整数。',
      en: '[{heading}: ]a whole number is needed, not "{value}".',
    },
    'import.optionUnknown': {
      status: 422,
      zh: '[“{heading}”]没有“{value}”这个选项[。可选：{options}]。',
      en: '[{heading}: ]"{value}" is not one of the options[: {options}].',
    },
    'import.yesOrNoExpected': {
      status: 422,
      zh: '[“{heading}”]应填“是”或“否”，却是“{value}”。',
      en: '[{heading}: ]yes or no is needed, not "{value}".',
    },
    'import.outOfRange': {
      status: 422,
      zh: '[“{heading}”]的值“{value}”超出允许范围[（{range}）]。请核对。',
      en: '[{heading}: ]"{value}" is out of range[ ({range})]. Please check it.',
    },
    'import.aboveOther': {
      status: 422,
      zh: '[“{heading}”]为 {value}，超过了“{other}”的 {otherValue}，这不可能。请核对两个数。',
      en: '[{heading}: ]{value} is more than "{other}", which is {otherValue}. That can\'t be: please check both figures.',
    },
    'import.formulaError': {
      status: 422,
      zh: '单元格的公式有错误（{value}）。请在表格中改正公式，或直接填写数值。',
      en: 'The formula in this cell has an error ({value}). Please correct it, or write the figure itself.',
    },
    'import.formulaWithoutValue': {
      status: 422,
      zh: '单元格是公式，但没有保存计算结果。请在 Excel 或 WPS 中打开、保存后再导入。',
      en: 'The cell is a formula whose result was not saved. Please open and save the file in Excel or WPS, then import it again.',
    },
    'import.amountExpected': {
      status: 422,
      zh: '金额“{value}”无法识别：应为不小于 0 的数，精确到分。',
      en: 'The amount "{value}" is not understood: a number not below 0, to the fen, is needed.',
    },
    'import.valueMissing': {
      status: 422,
      zh: '[“{heading}”]没有填写，将视为未知（不是 0）。若手头有数据，请补上。',
      en: '[{heading}: ]nothing is filled in; this counts as unknown, not as 0. Please add the figure if you have it.',
    },
    'import.refused': {
      status: 422,
      zh: '文件[“{file}”]中有 {count} 处错误，一行也没有导入。请改正后重新导入。',
      en: 'The file[ "{file}"] has {count} errors; not a single row was imported. Please correct them and import again.',
    },
    'import.stale': {
      status: 422,
      zh: '预览之后数据又有变化，请重新预览后再导入。',
      en: 'The data has changed since the preview. Please preview again, then import.',
    },
    'import.columnDerived': {
      status: 422,
      zh: '“{heading}”由其他指标计算得出，不从表中导入。',
      en: '"{heading}" is calculated from other indicators and not taken from the sheet.',
    },
    'import.unitUnfit': {
      status: 422,
      zh: '“{heading}”的单位“{unit}”无法换算为 {expected}。请改正表头的单位。',
      en: 'The unit "{unit}" of "{heading}" can\'t be turned into {expected}. Please correct the unit in the heading.',
    },
    'import.amountUnit': {
      status: 422,
      zh: '“{heading}”的单位不明确[：例如 {value}]。请在表头注明元或万元。',
      en: 'The unit of "{heading}" is not clear[: {value}, for example]. Please state yuan (元) or ten thousand yuan (万元) in the heading.',
    },
    'import.amountLarge': {
      status: 422,
      zh: '“{heading}”超过每个社区一亿元[：例如 {value}]，请看单位是元还是万元，小数点是否有误。',
      en: '"{heading}" is above 100 million yuan for one community[: {value}, for example]. Please check its unit (元 or 万元) and the decimal point.',
    },
    'import.shareOrPercent': {
      status: 422,
      zh: '“{value}”可能是百分数，也可能是小数。请写成带 % 的形式，例如 35%。',
      en: '"{value}" may be a percentage or a fraction. Please write it with a % sign, 35% for example.',
    },
    'import.sharesVerySmall': {
      status: 422,
      zh: '“{heading}”的值都很小[，最大只有 {most}]。若本意是百分数，请写上 %。',
      en: 'All values of "{heading}" are very small[, at most {most}]. If they are percentages, please write the % sign.',
    },
    'import.mergedValue': {
      status: 422,
      zh: '“{heading}”在第 {firstRow}–{lastRow} 行是合并单元格，“{value}”不能分给各行。请取消合并后逐行填写。',
      en: '"{heading}" is one merged cell in rows {firstRow}–{lastRow}; "{value}" can\'t be divided among them. Please unmerge the cells and fill in each row.',
    },
    'import.namesNotTaken': {
      status: 422,
      zh: '有 {count} 行的社区名称与方案里的写法不同（例如“{value}”，方案里是“{name}”），按同一社区处理，名称没有改。要改，请在社区指标里更正。',
      en: 'In {count} rows the name is written otherwise than in the plan ("{value}", in the plan "{name}"): taken as the same community, the name was left. It can be put right among the communities.',
    },
    'import.codesNotTaken': {
      status: 422,
      zh: '有 {count} 行带有社区代码，而方案里这些社区没有代码（例如“{name}”，表中为 {value}）：代码没有写入，其余照常。',
      en: '{count} rows have a code for communities that have none in the plan ("{name}", {value} in the sheet): the code was not taken, everything else was.',
    },
    'import.sheetsNotRead': {
      status: 422,
      zh: '只读取了工作表“{read}”，其余没有读取：{sheets}。若需要，请另行导入。',
      en: 'Only the sheet "{read}" was read, the others were not: {sheets}. If you need them, import them separately.',
    },
    'import.leftOut': {
      status: 422,
      zh: '没有读取{what}[：{sheets}]。其中若有要用的数据，请填到普通工作表的单元格里再导入。',
      en: 'Not read: {what}[ ({sheets})]. If it holds figures that you need, please put them into cells of an ordinary sheet and import again.',
    },
    'import.hiddenRead': {
      status: 422,
      zh: '隐藏的内容也一并读取了：{rows} 行，列 {columns}。请确认它们有效。',
      en: 'Hidden content was read as well: {rows} rows, columns {columns}. Please make sure that it is meant.',
    },
    'import.moreProblems': {
      status: 422,
      zh: '另有 {count} 处问题没有逐条列出。请先处理已列出的，再重新检查。',
      en: '{count} more problems are not listed one by one. Please correct those that are listed, then check again.',
    },
    'import.mappingWrong': {
      status: 422,
      zh: '指定的对应关系不成立：{given}[；可用：{known}]。请重新选择。',
      en: 'The chosen assignment does not fit: {given}[; available: {known}]. Please choose again.',
    },
    'import.columnByPosition': {
      status: 422,
      zh: '“{heading}”列的名称不认识，按以前版式相同的表[（{file}）]当作“{label}”读取。请核对；若不对，请人工指定。',
      en: 'The heading "{heading}" is not known. As in an earlier sheet of the same shape[ ({file})] the column is read as "{label}". Please check it, or assign it by hand.',
    },
    'import.conflict': {
      status: 422,
      zh: '“{heading}”为“{value}”，而“{file}”给出的是“{otherValue}”。请核实哪一个正确。',
      en: '"{heading}" is "{value}", but "{file}" says "{otherValue}". Please find out which is right.',
    },
    'import.undecided': {
      status: 422,
      zh: '有 {count} 处数值各文件说法不一，还没有选定采用哪一个，一行也没有导入。请选定后再导入。',
      en: 'The files disagree in {count} values and it is not yet decided which to take; not a single row was imported. Please decide, then import.',
    },
    'import.decisionWrong': {
      status: 422,
      zh: '“{file}”没有给出要选定的这个数值，或者它并无争议。请重新选择。',
      en: '"{file}" does not give the value that was decided on, or nobody disagrees with it. Please choose again.',
    },
    'import.layoutUnknown': {
      status: 422,
      zh: '没有记住过这种版式[：{value}]，它可能已被删除。请刷新后再试。',
      en: 'No such layout is remembered[: {value}]; it may have been forgotten meanwhile. Please refresh.',
    },
    'import.communityUnknown': {
      status: 422,
      zh: '这一年没有社区“{name}”。请核对名称和代码；若是新设的社区，请先在“区划变更”或“社区指标”中加入。',
      en: 'The year has no community "{name}". Please check name and code; a new community has to be added first.',
    },
    'import.yearDiffers': {
      status: 422,
      zh: '“{heading}”写的是 {value} 年，导入的却是 {limit} 年的台账。请核对文件，或人工指定这一列。',
      en: '"{heading}" is about {value}, but the ledger of {limit} is being imported. Please check the file, or assign the column by hand.',
    },
    'plan.importing': {
      status: 409,
      zh: '正在导入[“{file}”]，其间不能改动数据。请等导入完成，或取消导入后再试。',
      en: 'An import[ of "{file}"] is under way, and nothing can be changed meanwhile. Please wait until it is done, or cancel it.',
    },
  },
  summaries: {
    importApply: {
      zh: '{files}[等{number}个文件]：新增{added}，更改{changed}[，交来{delivered}个社区][，{left}处留待改正]',
      en: '{files}[ and others, {number} files in all]: {added} added, {changed} changed[, {delivered} communities delivered][, {left} left to be put right]',
    },
  },
  subjects: { layout: { zh: '表格式样', en: 'Layout of sheets' }, delivery: { zh: '交表', en: 'Delivery' } },
  papers: {},
  commands: {
    check: {
      order: 5,
      lines: ['check INPUT [--policy NAME|FILE.json] [--json]'],
      zh: '只检查指标表，列出其中的问题。',
      en: 'Only checks the sheet and lists its problems.',
    },
    template: {
      order: 6,
      lines: ['template [--policy NAME|FILE.json] --out FILE.xlsx'],
      zh: '写出一份带批注的空白填报表。',
      en: 'Writes an empty, commented sheet to be filled in.',
    },
  },
} as const satisfies ModuleWords
