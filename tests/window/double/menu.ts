import type { MenuItemConstructorOptions } from 'electron'

export interface MenuItem extends Omit<MenuItemConstructorOptions, 'submenu'> {
  submenu?: Menu
  enabled: boolean
}

/** Electron 45, lib/browser/api/menu.ts and menu-item.ts. */
export class Menu {
  static #current: Menu | null = null
  readonly items: MenuItem[]
  constructor(items: MenuItem[]) {
    this.items = items
  }

  static buildFromTemplate(template: MenuItemConstructorOptions[]): Menu {
    if (!Array.isArray(template)) throw new TypeError('Invalid template for Menu: Menu template must be an array')
    return new Menu(
      template.map(({ submenu, ...item }) => {
        if (item.label === undefined && item.role === undefined && item.type !== 'separator')
          throw new TypeError('Invalid template for MenuItem: must have at least one of label, role or type')
        return {
          ...item,
          enabled: item.enabled ?? true,
          ...(submenu !== undefined && { submenu: Menu.buildFromTemplate(submenu as MenuItemConstructorOptions[]) }),
        }
      }),
    )
  }
  static setApplicationMenu(menu: Menu | null): void {
    Menu.#current = menu
  }
  static getApplicationMenu(): Menu | null {
    return Menu.#current
  }

  /** All items, those of the menus below included. */
  all(): MenuItem[] {
    return this.items.flatMap((item) => [item, ...(item.submenu?.all() ?? [])])
  }
  getMenuItemById(id: string): MenuItem | null {
    return this.all().find((item) => item.id === id) ?? null
  }
}
