import type { ModuleWords } from '../modules/leaf.ts'

export const words = {
  problems: {
    'request.unknownOperation': {
      status: 404,
      zh: '没有名为“{name}”的操作。窗口与程序的版本可能不一致，请重新启动。',
      en: 'There is no operation called "{name}". Window and program may be of different versions: please start again.',
    },
    'request.invalid': {
      status: 400,
      zh: '请求的内容不符合要求：应为 {expected}[，实际为 {value}]。',
      en: 'The request is not as expected: {expected} is needed[, not {value}].',
    },
    'request.notAllowed': {
      status: 403,
      zh: '这个请求没有得到许可。请使用启动时显示的地址重新打开页面。',
      en: 'This request is not permitted. Please open the page again by the address shown at the start.',
    },
    'request.unreachable': {
      status: 400,
      zh: '与程序的连接已断开，最后一步可能没有完成。请确认程序仍在运行，再重新打开页面。',
      en: 'The connection to the program is lost, and the last step may not be done. Please check that the program is still running and open the page again.',
    },
    'task.cancelled': { status: 409, zh: '已取消，没有留下任何改动。', en: 'Cancelled. Nothing was changed.' },
    'file.notKept': {
      status: 404,
      zh: '文件[“{file}”]已不在程序手边：打开过别的方案，或者同时送来的文件太多。请拿掉它，再重新选择；文件很多时请分几次。',
      en: 'The file[ "{file}"] is no longer at hand: another plan was opened, or too many files came at once. Please take it away and choose it again; many files are best read in parts.',
    },
    'text.identity': {
      status: 422,
      zh: '“{field}”里有身份证号（{value}），没有保存。本程序不记载任何个人的信息，请删去后再保存。',
      en: '"{field}" has the identity number of a person ({value}); nothing was saved. No record of persons is kept here: please take it out.',
    },
    'text.name': {
      status: 422,
      zh: '“{field}”里像是有居民的姓名（{value}），没有保存。本程序不记载任何个人的信息，请改写为不指明个人的说法后再保存。',
      en: '"{field}" seems to name a resident ({value}); nothing was saved. No record of persons is kept here: please say it without naming anybody.',
    },
    'text.mobile': {
      status: 422,
      zh: '“{field}”里有手机号码（{value}），没有保存。本程序不记载任何个人的信息，请删去；单位的座机号码可以写。',
      en: '"{field}" has a mobile number ({value}); nothing was saved. No record of persons is kept here: please take it out. The landline of an office may stand.',
    },
    'internal.incident': {
      status: 500,
      zh: '程序内部出现意外，本次操作没有完成，已有数据未受影响。查询号 {incident}；详情在数据文件夹的 quanheng.log 中，请连同查询号告知维护人员。',
      en: 'Something unexpected happened inside the program. This step was not done; your data is not affected. Number {incident}; the details are in quanheng.log in the data folder. Please pass the number on to whoever looks after the program.',
    },
    'internal.start': {
      status: 500,
      zh: '程序未能正常启动[：{detail}]。数据文件未被改动。请检查数据文件夹后重新启动。',
      en: 'The program did not start as it should[: {detail}]. No data was changed. Please check the data folder and start again.',
    },
    'internal.nodeTooOld': {
      status: 500,
      zh: '需要 Node {limit} 或更新的版本，当前为 {value}。请用 npm start 启动，它会使用随附的版本。',
      en: 'Node {limit} or newer is needed; this is {value}. Please start with npm start, which uses the version that comes with the program.',
    },
    'host.portTaken': {
      status: 500,
      zh: '端口 {port} 已被占用。请用 --port 另选一个，或用 --port 0 自动选择。',
      en: 'Port {port} is in use. Please choose another with --port, or any free one with --port 0.',
    },
    'file.missing': {
      status: 404,
      zh: '找不到文件“{file}”。请检查名称和所在文件夹。',
      en: 'There is no file "{file}". Please check its name and folder.',
    },
    'file.unreadable': {
      status: 422,
      zh: '无法读取“{file}”。请检查文件权限以及磁盘或 U 盘的连接。',
      en: '"{file}" can\'t be read. Please check its permissions and that its disk is connected.',
    },
    'file.notWritable': {
      status: 507,
      zh: '无法写入“{file}”：它可能正在 Excel 等程序中打开，或者只读，或者磁盘已满。原有文件保持不变；请关闭占用的程序，或换一个位置保存。',
      en: '"{file}" can\'t be written: it may be open in Excel or another program, be read-only, or the disk may be full. The existing file is unchanged. Please close the other program or save to another place.',
    },
    'file.isFolder': {
      status: 422,
      zh: '“{file}”是一个文件夹。请写明要保存的文件名。',
      en: '"{file}" is a folder. Please name the file to save.',
    },
    'file.folderMissing': {
      status: 422,
      zh: '没有文件夹“{folder}”，所以写不了“{file}”。请先建立这个文件夹，或换一个位置保存。',
      en: 'There is no folder "{folder}", so "{file}" can\'t be written. Please make the folder first, or save to another place.',
    },
  },

  summaries: {},

  subjects: {},

  papers: {},

  commands: {},
} as const satisfies ModuleWords
