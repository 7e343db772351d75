import { sampleCity } from '../../resources/generator/sample-city.ts'
import type { CommunityFacts } from '../../src-main/model/plan.ts'

/** The sample city again and again, under other codes and names; each district keeps its share. */
export function manyCommunities(count: number): CommunityFacts[] {
  const city = sampleCity()
  return Array.from({ length: count }, (_, i): CommunityFacts => {
    const code = String(100_000_000_000 + i)
    const each = city[i % city.length]!
    return { ...each, key: code, code, name: `${each.name}${i}`, subdistrict: `${each.subdistrict}${i % 12}` }
  })
}
