import type { ModuleWords } from '../leaf.ts'

export const words = {
  problems: {
    'plan.none': { status: 409, zh: '还没有打开任何方案。请先新建或打开一个。', en: 'No plan is open. Please create or open one first.' },
    'plan.missing': {
      status: 404,
      zh: '找不到方案文件“{file}”。它可能已被移动、改名，或所在磁盘没有连接。',
      en: 'There is no plan file "{file}". It may have been moved or renamed, or its disk is not connected.',
    },
    'plan.exists': {
      status: 409,
      zh: '已经有名为“{file}”的方案文件，没有覆盖。请换一个名称。',
      en: 'There is already a plan file "{file}"; it was not overwritten. Please choose another name.',
    },
    'plan.locked': {
      status: 423,
      zh: '方案文件“{file}”正在另一个窗口中打开[（计算机 {host}，][{operator}，][{since} 起）]。请先在那里关闭。',
      en: 'The plan file "{file}" is open in another window[ (computer {host},][ {operator},][ since {since})]. Please close it there first.',
    },
    'plan.remoteFolder': {
      status: 409,
      zh: '方案文件“{file}”在网络文件夹里[（{folder}）]：两台计算机可能同时写入而毁掉方案，所以没有在那里打开，也没有改动它。请复制到本机再打开；改完后可用“另存副本到…”放回去。',
      en: 'The plan file "{file}" is in a network folder[ ({folder})]: two computers could write at once and destroy it, so it was not opened there and not touched. Please copy it to this computer and open the copy; when you are done, "Save a copy in…" puts one back.',
    },
    'plan.remoteNew': {
      status: 409,
      zh: '文件夹“{folder}”在网络上：两台计算机可能同时写入而毁掉方案，所以不在那里新建或使用方案。请换用本机的文件夹（数据文件夹由环境变量 QUANHENG_DATA 指定）。',
      en: 'The folder "{folder}" is on another computer: two could write at once and destroy a plan, so none is created or used there. Please use a folder of this computer (the data folder is set by the environment variable QUANHENG_DATA).',
    },
    'plan.manyNames': {
      status: 409,
      zh: '方案文件“{file}”在磁盘上另有名称（硬链接，共 {value} 个）：从两处打开会互相毁掉，所以没有打开，也没有改动它。请先关闭用其他名称打开的窗口，再复制到本机打开。',
      en: 'The plan file "{file}" has other names on its disk (hard links, {value} in all): opened under two of them it would be destroyed, so it was not opened and not touched. Please close windows that have it open under another name, then copy it and open the copy.',
    },
    'plan.readOnly': {
      status: 409,
      zh: '方案文件“{file}”是只读的，无法保存改动。请取消只读，或复制到可以写入的文件夹后再打开。',
      en: 'The plan file "{file}" is read-only, so no change can be saved. Please make it writable, or copy it to a folder where you can write.',
    },
    'plan.notOurs': {
      status: 409,
      zh: '“{file}”不是权衡的方案文件，没有改动它。请检查是否选错了文件。',
      en: '"{file}" is not a plan file of Quanheng; it was not touched. Please check whether it is the right file.',
    },
    'plan.damaged': {
      status: 409,
      zh: '方案文件“{file}”已损坏[（{value}）]，没有改动它。请恢复一份备份。',
      en: 'The plan file "{file}" is damaged[ ({value})]; it was not touched. Please restore a backup of it.',
    },
    'plan.altered': {
      status: 409,
      zh: '“{file}”里有不是权衡写入的内容[（{value}）]，没有打开，也没有改动它。请向提供文件的人索取原件，或恢复一份备份。',
      en: 'There is something in "{file}" that Quanheng did not write[ ({value})]. It was not opened and not touched. Please ask for the original, or restore a backup.',
    },
    'plan.newer': {
      status: 409,
      zh: '方案文件“{file}”由较新的程序建立[（格式 {value}，本程序支持到 {limit}）]，没有改动它。请升级程序后再打开。',
      en: 'The plan file "{file}" was made by a newer program[ (format {value}; this one knows up to {limit})]; it was not touched. Please update the program and open it then.',
    },
    'plan.diskFull': {
      status: 507,
      zh: '磁盘已满，改动没有保存；原有数据完好[：“{file}”]。请腾出空间后重试。',
      en: 'The disk is full. The change was not saved; what was there is intact[: "{file}"]. Please make room and try again.',
    },
    'plan.nameWrong': {
      status: 409,
      zh: '“{value}”不能用作名称。请不要使用 \\ / : * ? " < > | 等符号，也不要以点开头。',
      en: '"{value}" can\'t be used as a name. Please avoid signs such as \\ / : * ? " < > | and a leading dot.',
    },
    'plan.nameTooLong': {
      status: 409,
      zh: '名称“{value}”太长，有的系统上不能用作文件名。请缩短到 {limit} 个字以内。',
      en: 'The name "{value}" is too long for a file name on some systems. Please shorten it to {limit} characters at most.',
    },
    'plan.adoptedUnknown': { status: 404, zh: '没有第 {value} 号已定方案。', en: 'There is no adopted plan number {value}.' },
    'plan.notComplete': {
      status: 409,
      zh: '不能定稿：[{undecided} 个社区没有定类；][{unknown} 个社区算不出金额；]请先补齐所缺的指标。',
      en: "The plan can't be adopted: [communities without a class: {undecided}; ][communities without an amount: {unknown}; ]please fill in the missing indicators first.",
    },
    'plan.requiredMissing': {
      status: 409,
      zh: '必填指标还缺 {count} 个值，不能定稿。请在“完整性”页面查看并补齐；确实不再要求填报的，在指标字典中取消“必填”。',
      en: 'The plan can\'t be adopted: {count} values of required indicators are missing. Please see the page "Completeness" and fill them in; what is not asked for any more can be made optional in the dictionary.',
    },
    'plan.valueRequired': { status: 409, zh: '缺必填指标“{indicator}”。', en: 'The required indicator "{indicator}" is missing.' },
    'plan.frozen': {
      status: 409,
      zh: '{year} 年已定稿（{title}），没有改动。要改动，请先撤回定稿并写明理由。',
      en: '{year} is adopted ({title}); nothing was changed. To change it, please take the adoption back first and say why.',
    },
    'plan.notAdopted': { status: 409, zh: '{year} 年没有定稿，无需撤回。', en: '{year} is not adopted, so there is nothing to take back.' },
    'plan.laterAdopted': {
      status: 409,
      zh: '{last} 年已在 {year} 年的基础上定稿（{title}），没有撤回。请先撤回 {last} 年的定稿。',
      en: '{last} rests on {year} and is adopted ({title}); nothing was taken back. Please take the adoption of {last} back first.',
    },
    'plan.undoAdopted': {
      status: 409,
      zh: '撤销到定稿为止，定稿及定稿以前的步骤不能撤销。要改动已定稿的年度，请撤回定稿并写明理由。',
      en: "Undo stops at an adoption: it and the steps before it can't be undone. To change an adopted year, please take the adoption back and say why.",
    },
    'plan.empty': {
      status: 409,
      zh: '“{file}”是空文件，里面没有方案。它可能是一次中断的复制留下的，请换用备份。',
      en: '"{file}" is an empty file and holds no plan. It may be left from a copy that was cut short: please use a backup.',
    },
    'plan.folderReadOnly': {
      status: 409,
      zh: '[文件夹“{folder}”不能写入，]无法打开或新建方案“{file}”。请检查权限，或换一个文件夹。',
      en: '[The folder "{folder}" can\'t be written to. ]The plan "{file}" can\'t be opened or created there. Please check the permissions, or choose another folder.',
    },
    'plan.busy': {
      status: 409,
      zh: '方案文件“{file}”正被其他程序占用。请关闭那个程序后重试。',
      en: 'The plan file "{file}" is in use by another program. Please close that program and try again.',
    },
    'plan.backupFailed': {
      status: 409,
      zh: '升级之前未能备份方案“{file}”[（备份文件夹 {folder}）]，因此没有升级，文件保持原样[：{value}]。请检查空间和权限。',
      en: 'The plan "{file}" could not be backed up before its update[ (backup folder {folder})], so it was not updated and is as it was[: {value}]. Please check space and permissions.',
    },
    'plan.backupNotMade': {
      status: 409,
      zh: '方案“{file}”最近一次备份没有做成[（备份文件夹 {folder}）][：{value}]。方案可以照常使用；请检查空间和权限，或另存一份副本。',
      en: 'The last backup of the plan "{file}" could not be made[ (backup folder {folder})][: {value}]. You can go on working; please check space and permissions, or save a copy elsewhere.',
    },
    'plan.shorter': {
      status: 409,
      zh: '方案“{file}”现在只有 {steps} 步变更，而 {day} 的备份有 {before} 步：最后的改动不在这个文件里，可能复制或同步时漏掉了它旁边的 -wal 文件，或换上了较旧的文件。需要时请在“方案文件”里恢复那份备份。',
      en: 'The plan "{file}" has {steps} steps now, but the backup of {day} has {before}: its last changes are not in this file. Perhaps the -wal file beside it was left out when it was copied or synchronised, or an older file took its place. If you need them, please restore that backup on the page "Plan files".',
    },
    'plan.contentAltered': {
      status: 409,
      zh: '方案里有内容与变更记录不符：文件在磁盘上损坏过，或被绕过本程序改动过[（{table} {row}）]。在查清以前不能定稿、导出、打印和备份。请在“方案文件”里恢复一份备份，或核对后把这一处重新填写一遍。',
      en: 'Something in the plan is not what its change log says: the file was damaged on its disk, or changed without this program[ ({table} {row})]. Until that is cleared up nothing is adopted, exported, printed or backed up. Please restore a backup on the page "Plan files", or check this place and enter it anew.',
    },
    'plan.logAltered': {
      status: 409,
      zh: '变更记录从第 {step} 步起不是原来写下的样子：文件在磁盘上损坏过，或被改动过。在查清以前不能定稿和备份。请在“方案文件”里恢复这一步以前的备份，并与现在的数据核对。',
      en: 'From step {step} on the change log is not as it was written: the file was damaged on its disk, or changed. Until that is cleared up it is not adopted and not backed up. Please restore a backup from before that step on the page "Plan files", and compare it with the data of now.',
    },
    'plan.fileReplaced': {
      status: 409,
      zh: '方案文件“{file}”在打开期间被移走、删除，或被别的文件替换，这一步没有保存。[到此为止的工作已另存为“{copy}”，请打开它继续。]现在那里的文件没有改动。',
      en: 'The plan file "{file}" was moved, deleted or replaced while it was open; this step was not saved.[ The work until now is kept in "{copy}": please open that.] What is there now was not touched.',
    },
    'plan.notInBin': {
      status: 404,
      zh: '回收站里已经没有这个方案文件。请刷新列表。',
      en: 'This plan file is no longer in the bin. Please look at the list again.',
    },
    'plan.backupMissing': {
      status: 404,
      zh: '没有名为“{value}”的备份。请刷新备份列表。',
      en: 'There is no backup "{value}". Please look at the list of backups again.',
    },
    'plan.folderUnreadable': {
      status: 409,
      zh: '文件夹“{folder}”打不开。请检查权限，或换一个文件夹。',
      en: 'The folder "{folder}" can\'t be read. Please check the permissions, or choose another folder.',
    },
    'plan.folderNotShown': {
      status: 409,
      zh: '这里打不开文件窗口。文件夹是“{folder}”，请自行打开。',
      en: 'No window for files can be opened here. The folder is "{folder}": please open it yourself.',
    },
    'plan.adoptedDiffers': {
      status: 409,
      zh: '{year} 年的方案“{title}”定案之后，社区又有增减[（{count} 个：{names}）]。请重新定案，再建立新的一年。',
      en: 'Since the plan "{title}" of {year} was adopted, communities were added or removed[ ({count}: {names})]. Please adopt it anew before starting a year from it.',
    },
  },

  summaries: { planTakeBack: { zh: '{year}年“{title}”，理由：{reason}', en: '{title} ({year}), because: {reason}' } },

  subjects: {
    settings: { zh: '方案', en: 'Plan' },
    adopted: { zh: '定稿', en: 'Adopted plan' },
    takenBack: { zh: '撤回定稿', en: 'Adoption taken back' },
  },

  papers: {},

  commands: {},
} as const satisfies ModuleWords
