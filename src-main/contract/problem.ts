import { z } from 'zod'

/** Everything that can be wrong, as a closed list. Each code has a text in both languages (messages/), a status and an exit code. */
export const PROBLEM_CODES = [
  'request.unknownOperation', 'request.invalid', 'request.notAllowed', 'request.unreachable', 'task.cancelled', 'internal.incident', 'internal.start', 'internal.nodeTooOld',
  'file.notSpreadsheet', 'file.encrypted', 'file.corrupt', 'file.empty', 'file.tooLarge', 'file.outOfMemory', 'file.missing', 'file.unreadable', 'file.notWritable', 'file.isFolder', 'file.folderMissing',
  'import.noHeader', 'import.noNameColumn', 'import.noPlaceColumn', 'import.columnUnknown', 'import.columnTwice', 'import.columnMissing', 'import.noRows',
  'import.nameMissing', 'import.placeMissing', 'import.codeWrong', 'import.communityTwice', 'import.districtUnknown', 'import.nameNotUnique',
  'import.numberExpected', 'import.wholeNumberExpected', 'import.optionUnknown', 'import.yesOrNoExpected', 'import.outOfRange', 'import.aboveOther',
  'import.formulaError', 'import.formulaWithoutValue', 'import.amountExpected', 'import.valueMissing', 'import.refused', 'import.stale',
  'import.columnDerived', 'import.unitUnfit', 'import.amountUnit', 'import.shareOrPercent', 'import.sharesVerySmall', 'import.mergedValue', 'import.sheetsNotRead', 'import.hiddenRead', 'import.moreProblems', 'import.mappingWrong', 'import.columnByPosition', 'import.conflict', 'import.undecided', 'import.decisionWrong', 'import.layoutUnknown', 'import.communityUnknown', 'import.yearDiffers',
  'policy.notJson', 'policy.newerFormat', 'policy.shape', 'policy.unknownName', 'policy.exists', 'policy.indicatorUnknown', 'policy.indicatorTwice',
  'policy.formulaWrong', 'policy.formulaCircle', 'policy.indicatorKind', 'policy.optionUnknown', 'policy.classUnknown', 'policy.classTwice', 'policy.ruleTwice',
  'policy.stepTwice', 'policy.stepOrder', 'policy.ruleUnreachable', 'policy.ruleNeverTrue', 'policy.rulesOverlap', 'policy.rangeEmpty', 'policy.bandsOrder', 'policy.floorAboveCap', 'policy.limitsCrossed',
  'policy.outsideRange', 'policy.classWithoutStandard', 'policy.classUnused', 'policy.totalNotMultiple',
  'policy.classAlike', 'policy.notAboveCircle', 'policy.optionWithoutAmount', 'policy.componentTwice', 'policy.splitAndPayers', 'policy.payerTwice', 'policy.payersMissing', 'policy.payersEmpty', 'policy.districtUnknown',
  'policy.protectEmpty', 'policy.financedWithoutLoss', 'policy.financedWithGain', 'policy.protectAfterReserve',
  'policy.indicatorRetired', 'policy.draftUnknown', 'policy.exampleTwice', 'policy.exampleClass', 'policy.exampleAmount', 'policy.exampleDepends', 'policy.exampleReason', 'policy.pathUnknown', 'policy.pathNotNumber', 'policy.sweepRange',
  'allocation.totalBelowFloors', 'allocation.totalAboveCaps', 'allocation.nothingToShare', 'allocation.undecided', 'allocation.noMultipleInBounds', 'allocation.tooLarge',
  'allocation.gainPassed', 'allocation.guaranteeNotFinanced', 'allocation.reserveUnclaimed', 'allocation.payersTooSmall',
  'plan.none', 'plan.missing', 'plan.exists', 'plan.locked', 'plan.readOnly', 'plan.notOurs', 'plan.damaged', 'plan.newer', 'plan.diskFull', 'plan.nameWrong',
  'plan.communityUnknown', 'plan.communityTwice', 'plan.yearUnknown', 'plan.yearExists', 'plan.classUnknown', 'plan.indicatorUnknown', 'plan.indicatorDerived', 'plan.overrideUnknown', 'plan.scenarioUnknown', 'plan.nothingToUndo', 'plan.nothingToRedo', 'plan.adoptedUnknown', 'plan.notComplete', 'plan.empty', 'plan.folderReadOnly', 'plan.busy', 'plan.backupFailed', 'plan.scenarioExists',
  'plan.yearNotLast', 'plan.yearEmpty', 'plan.yearUndecided', 'plan.adoptedDiffers', 'plan.notConserved', 'plan.unitLost', 'plan.unitUnexplained', 'plan.moneyNotFound',
  'plan.unitUnchanged', 'plan.importing', 'plan.partsDiffer', 'plan.partsEmpty', 'plan.unitValueUnknown', 'plan.unitValueMissing', 'plan.overrideDropped', 'plan.overrideExpired', 'plan.overrideUndecided', 'plan.ledgerDiffers', 'plan.ledgerDropped',
  'plan.indicatorTwice', 'plan.indicatorReserved', 'plan.indicatorLabelTaken', 'plan.groupUnknown', 'plan.indicatorInUse', 'plan.indicatorHasValues', 'plan.optionInUse', 'plan.indicatorOptions', 'plan.shareRange', 'plan.indicatorOrder', 'plan.policyBroken',
  'plan.outlierLastYear', 'plan.outlierClass',
  'scenario.baseGone', 'scenario.circle', 'scenario.locked', 'scenario.inUse', 'scenario.basesDiffer', 'scenario.undecided', 'scenario.placeGone', 'scenario.baseChanged', 'scenario.communityGone', 'scenario.indicatorGone', 'scenario.newerFormat', 'scenario.shape',
  'goal.noStandard', 'goal.stepInTheWay', 'goal.roundingBites', 'goal.undecided', 'goal.noLimit', 'goal.unsolved', 'goal.districtUnknown', 'goal.notThreshold',
  'document.noBrowser', 'document.fontMissing', 'document.pdfFailed', 'document.pagesMissing', 'document.gapUnknown', 'document.gapNotAlone', 'document.presentOnly', 'document.notPng',
  'package.notOurs', 'package.newer', 'package.damaged', 'package.pathOutside', 'package.partUnknown', 'package.partMissing', 'package.partDiffers', 'package.shape', 'package.manifestDiffers',
  'package.classUnknown', 'package.amountWrong', 'package.rowDiffers', 'package.subtotalMissing', 'package.subtotalDiffers', 'package.communityTwice', 'package.communityOneSided', 'package.countDiffers', 'package.hashDiffers', 'package.stepsDiffer', 'package.previousDiffers',
  'package.empty', 'package.undecided', 'package.adoptedChanged', 'package.districtUnknown', 'package.resultDiffers', 'package.engineDiffers', 'package.openedDiffers',
  'rollup.yearDiffers', 'rollup.policyDiffers', 'rollup.districtTwice', 'rollup.sameTwice', 'rollup.communityTwice', 'rollup.communityMoved', 'rollup.districtMissing', 'rollup.indicatorUnknown', 'rollup.totalDiffers', 'rollup.refused', 'rollup.unconfirmed',
  'statistics.indicatorGone', 'statistics.areaUnknown', 'statistics.optionTwice',
  'usage.command', 'usage.option', 'usage.argument', 'usage.valueMissing', 'usage.valueWrong', 'usage.optionTwice', 'usage.together', 'usage.missing', 'host.portTaken',
] as const
export const ProblemCode = z.enum(PROBLEM_CODES)
export type ProblemCode = z.infer<typeof ProblemCode>

/** Where the trouble is: a place in a file, in a document, or a community. Whatever is known. */
export const Place = z.object({
  file: z.string(), sheet: z.string(), row: z.number().int(), column: z.string(), path: z.string(), community: z.string(), indicator: z.string(),
  /** Key of the community, where `community` is its name. */
  key: z.string(),
}).partial()
export type Place = z.infer<typeof Place>

/** What is wrong, where, which value, against which limit. The words come from messages/, in the reader's language. */
export const Problem = z.object({
  code: ProblemCode,
  level: z.enum(['error', 'warning']),
  /** Fills the gaps of the message: value, limit, names ... */
  params: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  place: Place.default({}),
})
export type Problem = z.infer<typeof Problem>

/** The answer to every request. `problems` holds at least one of level error when ok is false. */
export type Reply<T> = { ok: true; value: T } | { ok: false; problems: Problem[] }

export const problem = (code: ProblemCode, params: Problem['params'] = {}, place: Place = {}): Problem => ({ code, level: 'error', params, place })
export const warning = (code: ProblemCode, params: Problem['params'] = {}, place: Place = {}): Problem => ({ code, level: 'warning', params, place })
