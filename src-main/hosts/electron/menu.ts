import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { MenuChoice } from '../../contract/bridge.ts'
import type { Language } from '../../model/text.ts'
import { MENU_WORDS } from './menu-words.ts'

/**
 * The window's menu. What concerns the plan is passed to the page; what concerns the window Electron does itself.
 * @param choose is told what the user chose @param possible what can be chosen now
 */
export function menuTemplate(
  language: Language,
  choose: (choice: MenuChoice) => void,
  possible: readonly MenuChoice[],
): MenuItemConstructorOptions[] {
  const words = MENU_WORDS[language]
  const choice = (name: MenuChoice, accelerator?: string): MenuItemConstructorOptions => ({
    id: name,
    label: words[name],
    enabled: possible.includes(name),
    click: () => choose(name),
    ...(accelerator !== undefined && { accelerator }),
  })
  const line: MenuItemConstructorOptions = { type: 'separator' }
  /** A second key for what the menu has already. */
  const alsoBy = (role: 'zoomIn' | 'zoomOut' | 'resetZoom', accelerator: string): MenuItemConstructorOptions => ({
    role,
    accelerator,
    visible: false,
    acceleratorWorksWhenHidden: true,
  })
  return [
    {
      label: words.file,
      submenu: [
        choice('newPlan', 'CmdOrCtrl+N'),
        choice('openPlan', 'CmdOrCtrl+O'),
        line,
        choice('importSheet', 'CmdOrCtrl+I'),
        choice('exportWorkbook', 'CmdOrCtrl+E'),
        choice('print', 'CmdOrCtrl+P'),
        line,
        { role: 'quit', label: words.quit },
      ],
    },
    {
      label: words.edit,
      submenu: [
        choice('undo', 'CmdOrCtrl+Z'),
        choice('redo', process.platform === 'darwin' ? 'Cmd+Shift+Z' : 'Ctrl+Y'),
        line,
        { role: 'cut', label: words.cut },
        { role: 'copy', label: words.copy },
        { role: 'paste', label: words.paste },
        { role: 'selectAll', label: words.selectAll },
      ],
    },
    {
      label: words.view,
      submenu: [
        { role: 'zoomIn', label: words.zoomIn },
        { role: 'zoomOut', label: words.zoomOut },
        { role: 'resetZoom', label: words.zoomReset },
        // Role zoomIn is Ctrl and the sign +, which on most keyboards is Shift and =.
        alsoBy('zoomIn', 'CmdOrCtrl+='),
        alsoBy('zoomIn', 'CmdOrCtrl+numadd'),
        alsoBy('zoomOut', 'CmdOrCtrl+numsub'),
        alsoBy('resetZoom', 'CmdOrCtrl+num0'),
        line,
        { role: 'togglefullscreen', label: words.fullScreen },
      ],
    },
    { label: words.helpMenu, submenu: [choice('help', 'F1')] },
  ]
}

/** On a Mac the first menu is the app's own. */
export const showMenu = (language: Language, choose: (choice: MenuChoice) => void, possible: readonly MenuChoice[]): void => {
  const own: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : []
  Menu.setApplicationMenu(Menu.buildFromTemplate([...own, ...menuTemplate(language, choose, possible)]))
}
