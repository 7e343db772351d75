import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** One frame needs no page of its own to add up what was found, and what is in order is of no interest. */
export const axe = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })

/**
 * The table library nests its roles in its own way, so inside of it only what we draw is checked: the colours.
 * @returns each fault of access by its rule, with its element
 */
export async function faultsOfAccess(page: Page): Promise<string[]> {
  const library = 'revo-grid'
  const around = await axe(page).exclude(library).withTags(RULES).analyze()
  const inside =
    (await page.locator(library).count()) === 0 ? [] : (await axe(page).include(library).withRules(['color-contrast']).analyze()).violations
  return [...around.violations, ...inside].flatMap((each) => each.nodes.map((node) => `${each.id}: ${node.html.slice(0, 160)}`))
}
