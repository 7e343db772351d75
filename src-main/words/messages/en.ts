import type { ProblemCode } from '../../model/problem.ts'
import type { zhWords } from './zh.ts'

/** As in zh.ts: {name} is filled in; a part in [ ] is left out where its gap is not known. */
export const en: Readonly<Record<ProblemCode, string>> = {
  'request.unknownOperation': 'There is no operation called "{name}". Window and program may be of different versions: please start again.',
  'request.invalid': 'The request is not as expected: {expected} is needed[, not {value}].',
  'request.notAllowed': 'This request is not permitted. Please open the page again by the address shown at the start.',
  'request.unreachable':
    'The connection to the program is lost, and the last step may not be done. Please check that the program is still running and open the page again.',
  'task.cancelled': 'Cancelled. Nothing was changed.',
  'internal.incident':
    'Something unexpected happened inside the program. This step was not done; your data is not affected. Number {incident}; the details are in quanheng.log in the data folder. Please pass the number on to whoever looks after the program.',
  'internal.start':
    'The program did not start as it should[: {detail}]. No data was changed. Please check the data folder and start again.',
  'internal.nodeTooOld':
    'Node {limit} or newer is needed; this is {value}. Please start with npm start, which uses the version that comes with the program.',

  'file.notSpreadsheet': '"{file}" is not a spreadsheet[ but {found}]. Please choose an .xlsx, .xls or .csv file.',
  'file.encrypted': '"{file}" is protected by a password. Please remove the password in Excel or WPS, save, and import again.',
  'file.corrupt': '"{file}" is incomplete or damaged[ ({what})]. Please copy it again, or open it in Excel or WPS and save it anew.',
  'file.empty': '"{file}" has nothing in it. Please check whether it is the right file.',
  'file.tooLarge':
    'The file[ "{file}"] is too large[ ({value} MB)]; the limit is {limit} MB. Please remove other sheets and pictures, or import it in parts.',
  'file.outOfMemory':
    'There is not enough memory to read "{file}". Please remove sheets and formats that are not needed, or import it in parts.',
  'file.missing': 'There is no file "{file}". Please check its name and folder.',
  'file.unreadable': '"{file}" can\'t be read. Please check its permissions and that its disk is connected.',
  'file.folderMissing':
    'There is no folder "{folder}", so "{file}" can\'t be written. Please make the folder first, or save to another place.',
  'file.isFolder': '"{file}" is a folder. Please name the file to save.',
  'file.notWritable':
    '"{file}" can\'t be written: it may be open in Excel or another program, be read-only, or the disk may be full. The existing file is unchanged. Please close the other program or save to another place.',

  'import.noHeader': 'No header row was found[; columns looked for: {lookedFor}]. Please keep one row that names the columns.',
  'import.noNameColumn': "There is no column with the communities' names[ (looked for: {lookedFor})]. Please add it, or choose it by hand.",
  'import.noPlaceColumn':
    'No column says where a community belongs[ (one of these is needed: {lookedFor})]. Names repeat between subdistricts: please add the subdistrict or the code.',
  'import.columnUnknown': 'The column "{heading}" fits no indicator and is not taken over. If you need it, choose its indicator by hand.',
  'import.columnTwice':
    '"{heading}" and "{other}"[ (column {otherColumn})] stand for the same indicator. Please keep one of them, or correct what one stands for.',
  'import.columnMissing':
    'A column is missing[: "{label}"][: {columns}]. Its values count as unknown; please add it if you have the figures.',
  'import.columnDerived': '"{heading}" is calculated from other indicators and not taken from the sheet.',
  'import.noRows': 'There are no communities below the header. Please check that sheet and file are the right ones.',
  'import.nameMissing': 'This row has no community name. Please add it; if it is a subtotal or a note, please delete the row.',
  'import.placeMissing':
    '"{name}" has neither subdistrict nor code and can\'t be told from others of the same name. Please add one of them.',
  'import.codeWrong': '"{value}" is not a community code: 12 digits are needed. Please format the column as text, so that zeros are kept.',
  'import.communityTwice': 'The community "{name}" is listed twice; the other is in row {otherRow}. Please keep one row.',
  'import.districtUnknown':
    '"{value}" is not a known district[; known: {expected}]. Please check the name; a district that is really new can stay.',
  'import.nameNotUnique':
    'There are [{count} ]communities called "{value}"[: {places}]. Please add the subdistrict or the code to tell them apart.',
  'import.numberExpected': '[{heading}: ]a number is needed, not "{value}". Please correct it; leave it empty where there is no figure.',
  'import.wholeNumberExpected': '[{heading}: ]a whole number is needed, not "{value}".',
  'import.optionUnknown': '[{heading}: ]"{value}" is not one of the options[: {options}].',
  'import.yesOrNoExpected': '[{heading}: ]yes or no is needed, not "{value}".',
  'import.outOfRange': '[{heading}: ]"{value}" is out of range[ ({range})]. Please check it.',
  'import.aboveOther': '[{heading}: ]{value} is more than "{other}", which is {otherValue}. That can\'t be: please check both figures.',
  'import.formulaError': 'The formula in this cell has an error ({value}). Please correct it, or write the figure itself.',
  'import.formulaWithoutValue':
    'The cell is a formula whose result was not saved. Please open and save the file in Excel or WPS, then import it again.',
  'import.amountExpected': 'The amount "{value}" is not understood: a number not below 0, to the fen, is needed.',
  'import.amountUnit':
    'The unit of "{heading}" is not clear[: {value}, for example]. Please state yuan (元) or ten thousand yuan (万元) in the heading.',
  'import.unitUnfit': 'The unit "{unit}" of "{heading}" can\'t be turned into {expected}. Please correct the unit in the heading.',
  'import.shareOrPercent': '"{value}" may be a percentage or a fraction. Please write it with a % sign, 35% for example.',
  'import.sharesVerySmall': 'All values of "{heading}" are very small[, at most {most}]. If they are percentages, please write the % sign.',
  'import.mergedValue':
    '"{heading}" is one merged cell in rows {firstRow}–{lastRow}; "{value}" can\'t be divided among them. Please unmerge the cells and fill in each row.',
  'import.valueMissing': '[{heading}: ]nothing is filled in; this counts as unknown, not as 0. Please add the figure if you have it.',
  'import.sheetsNotRead': 'Only the sheet "{read}" was read, the others were not: {sheets}. If you need them, import them separately.',
  'import.hiddenRead': 'Hidden content was read as well: {rows} rows, columns {columns}. Please make sure that it is meant.',
  'import.moreProblems': '{count} more problems are not listed one by one. Please correct those that are listed, then check again.',
  'import.mappingWrong': 'The chosen assignment does not fit: {given}[; available: {known}]. Please choose again.',
  'import.columnByPosition':
    'The heading "{heading}" is not known. As in an earlier sheet of the same shape[ ({file})] the column is read as "{label}". Please check it, or assign it by hand.',
  'import.conflict': '"{heading}" is "{value}", but "{file}" says "{otherValue}". Please find out which is right.',
  'import.undecided':
    'The files disagree in {count} values and it is not yet decided which to take; not a single row was imported. Please decide, then import.',
  'import.decisionWrong': '"{file}" does not give the value that was decided on, or nobody disagrees with it. Please choose again.',
  'import.layoutUnknown': 'No such layout is remembered[: {value}]; it may have been forgotten meanwhile. Please refresh.',
  'import.communityUnknown': 'The year has no community "{name}". Please check name and code; a new community has to be added first.',
  'import.yearDiffers':
    '"{heading}" is about {value}, but the ledger of {limit} is being imported. Please check the file, or assign the column by hand.',
  'import.refused': 'The file[ "{file}"] has {count} errors; not a single row was imported. Please correct them and import again.',
  'import.stale': 'The data has changed since the preview. Please preview again, then import.',

  'policy.notJson': 'This is not a policy file that can be read (JSON in UTF-8)[: {detail}].',
  'policy.newerFormat': 'This policy file has format version {version}; this program knows up to {limit}. Please update the program.',
  'policy.shape': 'The policy file is not of the right form: {expected} is needed[, not {value}].',
  'policy.unknownName': 'There is no policy called "{name}"[. Available: {names}].',
  'policy.exists':
    'There is already a policy of this name and version[ ({id})][ ({name})][ (version {version})]. A version never changes: please use a new version number.',
  'policy.indicatorUnknown':
    'The policy uses an indicator that is not defined: "{indicator}". Please check its spelling, or define it in the policy.',
  'policy.indicatorTwice':
    'The indicator "{indicator}" is defined twice. A standard indicator can\'t be defined anew in a policy: please use another key.',
  'policy.formulaWrong':
    'The formula "{formula}" is wrong[: "{value}" at character {position}]. Only indicators, numbers, brackets and + - * / can be used.',
  'policy.formulaCircle': 'The formula of "{indicator}" uses the indicator itself, directly or through others. Please correct it.',
  'policy.indicatorKind': 'The indicator "{indicator}" is of the kind {kind}; here {expected} is needed.',
  'policy.optionUnknown': 'The indicator "{indicator}" has no option "{value}"[. Options: {options}].',
  'policy.classUnknown': 'There is no class "{class}"[. Classes: {classes}].',
  'policy.classTwice': 'The class "{class}" is defined twice. Please use different keys.',
  'policy.ruleTwice': 'Two rules have the same key[: {rule}]. Please use different keys.',
  'policy.stepTwice': 'Two allocation steps have the same key[: {step}]. Please use different keys.',
  'policy.stepOrder':
    'The step "{step}"[ (number {position})] is at the wrong place. The order is: standards, additions and deductions, limits and protection, total, guarantee paid by gains, rounding, reserve; total, rounding and reserve come once in a component.',
  'policy.ruleUnreachable':
    'The rule "{rule}"[ (number {position})] is never reached: earlier rules catch all of its cases. Please change the order or the conditions.',
  'policy.ruleNeverTrue':
    'The conditions of the rule "{rule}"[ (number {position})] contradict each other, so it never holds. Please check them.',
  'policy.rulesOverlap':
    'The rules "{rule}" and "{other}" overlap on "{indicator}"[ from {from} to {to}]; the one listed first wins. Please make sure that this is meant, or correct the bounds.',
  'policy.rangeEmpty': 'The range of "{indicator}" from {from} to {to} holds no value. Please check its ends.',
  'policy.bandsOrder': 'The bands of the step "{step}" must go upwards: {value} comes after {limit}.',
  'policy.floorAboveCap': 'For the class "{class}" the floor of {floorFen} is above the cap of {capFen}. Please change one of them.',
  'policy.limitsCrossed': 'In the step "{step}" the minimum of {minFen} is above the maximum of {maxFen}. Please change one of them.',
  'policy.outsideRange': 'The bound {value} lies outside the range of "{indicator}"[ ({min} to {max})], so the condition means nothing.',
  'policy.classWithoutStandard':
    'The class "{class}" has no standard amount in the step "{step}". Please add it; write 0 if zero is meant.',
  'policy.classUnused': 'No rule leads to the class "{class}". Please make sure that this is meant.',
  'policy.totalNotMultiple':
    'The total of {totalFen} in the step "{step}" is no multiple of the rounding unit of {unitFen}, so rounded amounts can\'t add up to it. Please change the total or the unit.',
  'policy.classAlike':
    'The classes "{class}" and "{other}" differ only in capitals, which spreadsheets and people easily mix up. Please use keys that can be told apart.',
  'policy.notAboveCircle':
    'The indicator "{indicator}" is, through "not above", bound to itself in a circle. Please remove one of the relations.',
  'policy.optionWithoutAmount':
    'The step "{step}" has no amount for "{indicator}" being "{value}". Please add it; write 0 if zero is meant.',
  'policy.componentTwice':
    'Two components of the fund have the same key, or one has that of the main component, main[: {component}]. Please use different keys.',
  'policy.splitAndPayers':
    'There are both a split between city and district and a list of payers. Only one can stand: please remove the split or the payers.',
  'policy.payerTwice': 'The payer key "{payer}" stands twice in one list, or with two names. Please use different keys or the same name.',
  'policy.payersMissing':
    'The component "{component}" has payers of its own, but nobody is named for the rest of the fund, so payers would not add up to the total. Please name its payers.',
  'policy.payersEmpty': 'All ratios and fixed amounts of the payers are zero: nobody pays. Please let at least one of them pay.',
  'policy.districtUnknown':
    'A payer\'s rule names "{district}", which is none of the known districts[: {districts}], so it is never used. Please check the name.',
  'policy.protectEmpty':
    'The step "{step}" has neither a highest loss nor a highest gain, so it does nothing. Please enter one of them or remove the step.',
  'policy.financedWithoutLoss':
    'In the step "{step}" gains are to pay for a guarantee, but there is no highest loss to guarantee. Please enter it.',
  'policy.financedWithGain':
    'In the step "{step}" gains pay for the guarantee, so the highest gain is found by the step and can\'t be set as well. Please remove it, or use a protection that is not paid for by gains.',
  'policy.protectAfterReserve':
    'The step "{step}" compares with the whole fund of last year, but an earlier component holds a reserve, so the comparison would change with its release. Please compare in a component before the reserve.',
  'policy.indicatorRetired':
    'The indicator "{indicator}" is retired and no longer asked for. Please use another one, or bring it back in the dictionary first.',
  'policy.draftUnknown': 'There is no draft number {value}; it may have been removed or adopted.',
  'policy.exampleTwice': 'Two examples have the same key: {example}. Please remove one of them.',
  'policy.exampleClass':
    'The example "{example}" should be {expected}, but under the present rules it is {found}. Please correct the rules; if it is right like this, change the example and say why.',
  'policy.exampleAmount':
    'The example "{example}" should get {expectedFen}, but under the present steps it gets {foundFen}. Please correct the steps; if it is right like this, change the example and say why.',
  'policy.exampleDepends':
    'The amount of the example "{example}" can\'t be tried: the step[ "{step}"] shares out among all communities, and one alone has no amount. Please leave the amount out and try the class only.',
  'policy.exampleReason': 'The example "{example}" differs from the version before, or was taken out. Please say why.',
  'policy.pathUnknown': 'The policy has no place "{path}": "{value}" is not there[. There are: {known}].',
  'policy.pathNotNumber':
    'At "{path}" there is no number that can be changed[, but {value}]. Please name a threshold, an amount, a share or points.',
  'policy.sweepRange': 'The sweep begins at {from}, above its end at {to}. Please swap the two numbers.',

  'allocation.totalBelowFloors':
    'The total of {totalFen} in the step "{step}" is below the sum of all floors, {limitFen}: {byFen} are lacking. Please raise the total or lower the floors.',
  'allocation.totalAboveCaps':
    'The total of {totalFen} in the step "{step}" is above the sum of all caps, {limitFen}: {byFen} are too much. Please lower the total or raise the caps.',
  'allocation.nothingToShare':
    'In the step "{step}" there are {byFen} and nobody to share them among. Please check points, classes and caps.',
  'allocation.undecided':
    '{count} communities lack data. The step "{step}" shares one sum among all, so until it is filled in nobody who takes part has an amount.',
  'allocation.noMultipleInBounds':
    'Step "{step}": this community\'s amount must lie between {lowerFen} and {upperFen}, where there is no multiple of {unitFen}. Please widen the limits or use a smaller rounding unit.',
  'allocation.tooLarge': 'The amounts of the step "{step}" are too large to be exact. Please check standards and rates for zeros too many.',
  'allocation.gainPassed':
    'Step "{step}": earlier components already give this community {byFen} more than the highest gain allows, which this step can\'t take away. Please limit the gain in an earlier component, or lower its standards.',
  'allocation.guaranteeNotFinanced':
    'Step "{step}": the guarantee costs {totalFen}, but the gains that could pay for it are only {limitFen}: {byFen} are missing. Please allow a greater loss, or find other money.',
  'allocation.reserveUnclaimed':
    'Step "{step}": {byFen} held back are to be released, but no community meets the standard. Please check the standard, or do not release it yet.',
  'allocation.payersTooSmall':
    '"{district}": nobody pays {byFen}. The fixed amounts are not enough and nobody pays by ratio. Please raise a fixed amount, or let a payer take the rest by ratio.',

  'plan.none': 'No plan is open. Please create or open one first.',
  'plan.missing': 'There is no plan file "{file}". It may have been moved or renamed, or its disk is not connected.',
  'plan.exists': 'There is already a plan file "{file}"; it was not overwritten. Please choose another name.',
  'plan.locked':
    'The plan file "{file}" is open in another window[ (computer {host},][ {operator},][ since {since})]. Please close it there first.',
  'plan.readOnly':
    'The plan file "{file}" is read-only, so no change can be saved. Please make it writable, or copy it to a folder where you can write.',
  'plan.notOurs': '"{file}" is not a plan file of Quanheng; it was not touched. Please check whether it is the right file.',
  'plan.empty': '"{file}" is an empty file and holds no plan. It may be left from a copy that was cut short: please use a backup.',
  'plan.damaged': 'The plan file "{file}" is damaged[ ({value})]; it was not touched. Please open the newest one in the backup folder.',
  'plan.newer':
    'The plan file "{file}" was made by a newer program[ (format {value}; this one knows up to {limit})]; it was not touched. Please update the program and open it then.',
  'plan.diskFull': 'The disk is full. The change was not saved; what was there is intact[: "{file}"]. Please make room and try again.',
  'plan.folderReadOnly':
    '[The folder "{folder}" can\'t be written to. ]The plan "{file}" can\'t be opened or created there. Please check the permissions, or choose another folder.',
  'plan.busy': 'The plan file "{file}" is in use by another program. Please close that program and try again.',
  'plan.backupFailed':
    'The plan "{file}" could not be backed up before its update[ (backup folder {folder})], so it was not updated and is as it was[: {value}]. Please check space and permissions.',
  'plan.nameWrong': '"{value}" can\'t be used as a name. Please avoid signs such as \\ / : * ? " < > | and a leading dot.',
  'plan.communityUnknown': 'The plan has no community "{value}". The list may have changed: please choose again.',
  'plan.communityTwice': 'The plan already has the community "{value}".',
  'plan.yearUnknown': 'The plan has no year {year}.',
  'plan.yearExists': 'The plan already has the year {year}.',
  'plan.classUnknown': 'The present policy has no class "{class}"[. Classes: {classes}].',
  'plan.indicatorUnknown': 'There is no indicator "{indicator}".',
  'plan.indicatorDerived': '"{indicator}" is calculated[ ({formula})] and can\'t be typed in. Please change the indicators it rests on.',
  'plan.overrideUnknown': 'No class was set by hand for the community "{value}".',
  'plan.scenarioUnknown': 'There is no scenario number {value}; it may have been removed.',
  'plan.scenarioExists': 'There is already a scenario called "{value}". Please choose another name.',
  'plan.nothingToUndo': 'There is no step to undo.',
  'plan.nothingToRedo': 'There is no step to redo.',
  'plan.adoptedUnknown': 'There is no adopted plan number {value}.',
  'plan.notComplete':
    "{count} communities have no class or no amount yet, so the plan can't be adopted. Please fill in the missing indicators first.",
  'plan.yearNotLast': "{year} can't be started: the plan has figures for {last}, and a new year can only follow the last one.",
  'plan.yearEmpty': '{year} has no communities yet, so there is nothing to start from.',
  'plan.yearUndecided':
    "In {year}, {count} communities have no class or amount yet, so last year's money is not known. Please fill in what is missing, or adopt the plan first.",
  'plan.adoptedDiffers':
    'Since the plan "{title}" of {year} was adopted, communities were added or removed[ ({count}: {names})]. Please adopt it anew before starting a year from it.',
  'plan.notConserved':
    "{year} does not follow from {last} and can't be adopted: {count} gaps are unexplained[, over {totalFen}]. Please record what became of these communities, or correct last year's amounts.",
  'plan.unitLost':
    '"{names}" of {last}[ ({expectedFen})] is gone in {year}. Please record its merger, split, renaming, move or dissolution.',
  'plan.unitUnexplained': '"{names}" was not there in {last}. Please record its founding, or what it came from.',
  'plan.moneyNotFound':
    '"{names}" had {expectedFen} in {last}, but last year\'s amounts in {year} add up to {foundFen}. Please correct one of them.',
  'plan.unitUnchanged': 'Nothing changes for "{value}", so there is nothing to record.',
  'plan.importing':
    'An import[ of "{file}"] is under way, and nothing can be changed meanwhile. Please wait until it is done, or cancel it.',
  'plan.partsDiffer': '"{indicator}" of the parts adds up to {value}, but the community has {limit}. Please correct the parts.',
  'plan.partsEmpty':
    '"{indicator}" is 0 in every part, so nothing can be divided by it. Please choose another indicator, or fill in the parts.',
  'plan.unitValueUnknown':
    '"{indicator}" is not the same in all communities[ ({values})] and counts as unknown after the change. Please check and fill it in.',
  'plan.unitValueMissing':
    '"{indicator}" is missing in some communities[ ({names})], so the sum counts as unknown. Please check and fill it in.',
  'plan.overrideExpired':
    'Class "{class}", set by hand[ (reason: {reason})], held until {year} and was not taken over to the new year. If it still holds, please set it again.',
  'plan.overrideUndecided':
    "Number of communities without a class, which can't be locked at the one they have: {count} ({names}). Please complete their indicators, or set a class.",
  'plan.overrideDropped':
    'Class "{class}", set by hand[ (reason: {reason})], was not taken over to the new community. If it still holds, please set it again.',
  'plan.ledgerDiffers':
    'Spent {spentFen} and carried over {carriedFen} are together not the {allocatedFen} allocated; the difference is {byFen}. Please check.',
  'plan.ledgerDropped':
    "The use of this year's money[ (allocated {allocatedFen})] is no longer listed, as the community is dissolved. The change log still has it.",
  'plan.indicatorTwice':
    'There is an indicator with the key "{indicator}" already. Please choose another key; a retired indicator can be brought back.',
  'plan.indicatorReserved':
    '"{indicator}" is the name of a column of the program itself and can\'t be an indicator\'s key. Please choose another one.',
  'plan.indicatorLabelTaken':
    'The name "{label}" belongs to the indicator "{indicator}"; an import could not tell them apart. Please choose another name.',
  'plan.groupUnknown': 'There is no group of indicators "{group}"[. There are: {groups}].',
  'plan.indicatorInUse': 'The indicator "{indicator}" is in use and can\'t be retired: {users}. Please change these first.',
  'plan.indicatorHasValues':
    'The indicator "{indicator}" has {count} values, so its kind can\'t be changed, nor whether it is filled in. Please add another indicator and retire this one.',
  'plan.optionInUse':
    '{count} communities have the option "{option}", so it can\'t be taken out of "{indicator}". Please change these communities first.',
  'plan.indicatorOptions': 'The category "{indicator}" needs at least two different options; other kinds have none.',
  'plan.shareRange': 'The range of the share "{indicator}" must lie within 0 and 1 (0% and 100%)[, not {min} to {max}].',
  'plan.indicatorOrder': 'The order is not complete: {value} is missing, twice in it, or does not exist. Please arrange it again.',
  'plan.outlierLastYear':
    '{heading} is {value}; in {last} it was {lastValue}, a difference of more than half. Please check it; if it is right, leave it.',
  'plan.outlierClass':
    '{heading} is {value}, far from the usual {low} to {high} of communities in the same class ({class}). Please check it; if it is right, leave it.',
  'plan.policyBroken':
    'With this change the policy in use, "{name}"[ (version {version})], would no longer work, so nothing was changed. The reasons are below.',

  'scenario.baseGone':
    'The scenario this one rests on[ (number {value})] was removed. Its own changes are still there: choose another base for it.',
  'scenario.circle': 'Scenario "{name}" would rest on itself. Choose another base.',
  'scenario.locked': 'Scenario "{name}" is locked. Unlock it first, or save a copy and change that.',
  'scenario.inUse': 'Other scenarios rest on "{name}": {names}. Choose another base for them first, or remove them first.',
  'scenario.basesDiffer': '"{first}" and "{second}" rest on different bases and can\'t be stacked. Put both on the same plan first.',
  'scenario.undecided': 'The two scenarios differ in {count} places[, such as {path}]. Decide for each which one to take.',
  'scenario.placeGone': 'The base has no "{path}" any more, so this change was not applied. Take the change out, or use another rule.',
  'scenario.baseChanged':
    '"{path}" was changed in the base after the scenario was saved; the scenario\'s value is used. Check whether that is still what you want.',
  'scenario.communityGone': 'The base has no community "{value}" any more, so this change was not applied.',
  'scenario.indicatorGone':
    'Indicator "{indicator}" is retired or unknown, so this change was not applied. Take the change out, or bring the indicator back.',
  'scenario.newerFormat':
    'This scenario file was written by a newer program[ (format {version}; this one reads up to {limit})]. Update the program and import again; the file was not changed.',
  'scenario.shape':
    'The scenario file is not as it should be: expected {expected}[, found {value}]. Use a scenario file exported by this program.',
  'goal.noStandard':
    'The policy has no standard amounts by class[ in a step "{step}"], so there are no amounts to look for. You can look for a threshold instead.',
  'goal.stepInTheWay':
    'Under the step "{step}" the money no longer follows the amounts of the classes (limits, shared sums or reserves), so they can\'t be found exactly. Please switch it off first, or look for a threshold instead.',
  'goal.roundingBites':
    'The step "{step}" rounds to {unitFen} and changes the communities\' amounts, so they can\'t be found exactly. Please look in multiples of {unitFen}[; "{community}" has another amount that is no multiple].',
  'goal.undecided':
    '{count} communities have no class or no amount yet, so there is no total. Please fill in the missing indicators first.',
  'goal.noLimit':
    'Nothing in the demands limits the amounts, so there is no highest total. Please add a limit on the total, or on the amount of each class.',
  'goal.unsolved':
    'The search gave no result that could be verified[ ({detail})], so there is no answer. Please use a larger unit, or fewer demands.',
  'goal.districtUnknown': 'There is no district "{district}"[. There are: {districts}].',
  'goal.notThreshold':
    '"{path}" is not a threshold on an indicator, so it can\'t be looked for as one. Please choose a threshold of a rule or a step.',

  'document.noBrowser':
    'No browser was found that could make the PDF. Please install Chromium, Chrome or Edge, or print into a PDF from the browser.',
  'document.fontMissing':
    'This computer has no Chinese font: characters would be printed as boxes, so the PDF was not made. Please install one (SimSun, FangSong or Noto Serif CJK), then try again.',
  'document.pdfFailed':
    'The PDF was not made[: {detail}]. The plan is unchanged; please look whether the print view shows its content, and try again.',
  'document.pagesMissing': 'The pages that are printed have not been built. Please run npm run build, then try again.',
  'document.gapUnknown': 'The placeholder {gap} in "{text}" is not known, and nothing was saved. There are: {known}.',
  'document.gapNotAlone': '{gap} in "{text}" has to stand on a line of its own in the text, and nothing was saved. Please give it one.',
  'document.presentOnly':
    '"{title}" is not kept with adopted plans and can only be made of the present data; no file was made. Please leave the number of the adopted plan out; of an adopted plan there are: {known}.',
  'document.notPng': 'The chart "{title}" is not a whole PNG picture, and no file was made. Please export again; the plan is unchanged.',

  'package.notOurs': '"{file}" is not a plan package of Quanheng; it was not read. Please check whether it is the right file.',
  'package.newer':
    'The package "{file}" was made by a newer program[ (format {value}; this one knows up to {limit})]. Please update the program and open it then.',
  'package.damaged':
    'The package "{file}" is not complete or was altered: it is not right from byte {value} on. Please ask for it again, and do not repack it with an archive program.',
  'package.pathOutside':
    'The package "{file}" holds a path that leads out of it, "{value}", and was refused. Please ask the sender where it comes from.',
  'package.partUnknown': 'The package "{file}" holds a part that nobody knows, "{value}". Please ask for it again.',
  'package.partMissing': 'In the package "{file}", "{value}" is missing or there more than once. Please ask for it again.',
  'package.partDiffers':
    'In the package "{file}", "{value}" is not as it was exported: it was altered or is damaged. Please ask for it again.',
  'package.shape': 'The package "{file}" does not have the right form: expected {expected}[, found {value}]. Please ask for it again.',
  'package.manifestDiffers': 'The list of contents of the package "{file}" is not what it contains: {field}. Please ask for it again.',
  'package.classUnknown':
    'In "{file}" there is a class "{value}" that its policy does not have. Please have it checked and exported again.',
  'package.amountWrong':
    'In "{file}" an amount is not a whole number of fen from zero up: {value}. Please have it checked and exported again.',
  'package.rowDiffers':
    'In "{file}" the {what} of a community add up to {sumFen}, but its amount is {amountFen}, which differs by {byFen}. Please have it checked and exported again.',
  'package.subtotalMissing': 'In "{file}", "{value}" has no subtotal, or several. Please have it checked and exported again.',
  'package.subtotalDiffers':
    'In "{file}" the communities of "{value}" add up[, for {what},] to {sumFen} ({count}), but the subtotal says {totalFen} ({total}). Please have it checked and exported again.',
  'package.communityTwice': 'In "{file}" the community "{value}" is there more than once. Please have it checked and exported again.',
  'package.communityOneSided':
    'In "{file}" the community "{value}" is not the same in the indicators and in the result. Please have it checked and exported again.',
  'package.countDiffers': 'In "{file}" the count of {what} is {count}, but {total} is stated. Please have it checked and exported again.',
  'package.hashDiffers':
    'In "{file}" the fingerprint of the {what} is wrong: expected {expected}, found {value}. Please have it checked and exported again.',
  'package.stepsDiffer':
    'In "{file}" the steps of a community ({value}) are not those of the policy ({expected}). Please have it checked and exported again.',
  'package.previousDiffers':
    'In "{file}" last year of the community "{value}" is not the same in the result and in the indicators[, the amounts being {statedFen} and {deliveredFen}][, the classes {stated} and {delivered}]. Please have it checked and exported again.',
  'package.empty': 'The year has no communities yet, so there is nothing to export. Please import indicators first.',
  'package.undecided':
    '{count} communities have no class or amount yet; the totals made from this package would not be complete. Please fill in what is missing, or confirm the export.',
  'package.adoptedChanged':
    'Since "{title}" was adopted, indicators, the policy or classes by hand have changed; it can no longer be exported as adopted. Please undo the changes, or export the present plan.',
  'package.districtUnknown': 'The year has no district "{value}". Please choose again.',
  'package.resultDiffers':
    'Computed again from the indicators and the policy in "{file}", {field} should be {expected}; the package says {value}. Please have it checked and exported again.',
  'package.engineDiffers':
    '"{file}" was computed by another version of the engine ({value}; here {limit}), and comes out differently here. After merging, the result of this program counts.',
  'package.openedDiffers':
    '"{file}" was opened, but its "{value}" is not byte for byte what this program writes (another order or spelling). Please compare this part with the original.',
  'rollup.yearDiffers':
    '"{file}" is a package of {value}, but the year that is open is {year}. Please open that year, or choose another file.',
  'rollup.policyDiffers':
    '"{file}" was computed under "{name}", this plan uses "{own}": version or meaning of indicators differ. After merging, everything is computed under the policy of this plan.',
  'rollup.districtTwice': '"{file}" and "{other}" are both packages of "{value}", and differ. Please keep only the corrected one.',
  'rollup.sameTwice': '"{file}" is the same as "{other}" and counts once.',
  'rollup.communityTwice':
    'The community "{value}" is in "{file}" and in "{other}". Please let the two districts settle whose it is, and correct one package.',
  'rollup.communityMoved': 'The community "{value}" was in "{from}"; "{file}" has it in "{to}", where it will be after merging.',
  'rollup.districtMissing':
    '{count} districts that this plan knows have not delivered this year: {names}. They stay as they are in this plan.',
  'rollup.indicatorUnknown':
    '"{file}" has indicators that the dictionary of this plan does not know: {names}. Their values are kept, but count for nothing.',
  'rollup.totalDiffers':
    'The packages add up to {statedFen}; computed together it is {amountFen}, which differs by {byFen}[; "{name}" is the first that differs]. Steps that share out one sum over the city do this.',
  'rollup.refused': 'There are {count} problems; nothing was merged. Please replace or remove the packages that have them.',
  'rollup.unconfirmed': 'There are {count} things to mind. Please read and confirm them, then merge.',

  'statistics.indicatorGone':
    'Urban and township communities are told apart by "{value}", which is not in the dictionary or is no category. Please choose another one in the settings of the statistics.',
  'statistics.areaUnknown':
    '{count} communities are neither urban nor township (not known, or an option in neither list); they stand under "other".',
  'statistics.optionTwice': '"{value}" can\'t be both urban and township. Please leave it in one place.',

  'usage.command': 'There is no command "{command}".',
  'usage.option': 'This command has no option {option}.',
  'usage.argument': 'The argument "{argument}" is one too many.',
  'usage.valueMissing': 'A value is missing after {option}.',
  'usage.valueWrong': 'The value "{value}" of {option} is wrong; {expected} is needed.',
  'usage.optionTwice': '{option} can be given only once.',
  'usage.together': "{option} and {other} can't be used together.",
  'usage.missing': '{what} is missing.',
  'host.portTaken': 'Port {port} is in use. Please choose another with --port, or any free one with --port 0.',
}

export const enWords: typeof zhWords = {
  unknown: '…',
  empty: '(empty)',
  row: (row, column) => (column === undefined ? `row ${row}` : `row ${row}, column ${column}`),
  column: (column) => `column ${column}`,
  sheet: (sheet) => `sheet "${sheet}"`,
  community: (community) => `community ${community}`,
  path: (path) => `at ${path}`,
  place: (parts) => ` (${parts.join(', ')})`,
  warning: 'Note: ',
  unknownField: 'Unknown field: {expected}. Please check the spelling, or remove it.',
  terms: {
    payers: 'payers',
    components: 'components',
    steps: 'steps',
    communities: 'communities',
    input: 'indicators',
    result: 'result',
    policy: 'policy',
    year: 'year',
    engine: 'engine',
    lastYear: 'last year',
    reserve: 'the reserve',
    change: 'the change',
    transfers: 'transfers',
    word: 'a Word document',
    presentation: 'a presentation',
    ods: 'an OpenDocument table',
    xlsb: 'a binary workbook (.xlsb)',
    pdf: 'a PDF document',
    picture: 'a picture',
    rtf: 'an RTF document',
    html: 'a web page',
    xml: 'an XML document',
    archive: 'an archive',
    database: 'a database',
    zip: 'an archive',
    compound: 'another Office document',
    oldExcel: 'a very old Excel format',
    binary: 'a binary file',
    quote: 'a quotation mark is not closed',
  },
}
