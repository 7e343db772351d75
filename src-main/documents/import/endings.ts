/**
 * How names of places end, the lowest level first. 社区 ends like a district and 村镇 like a village, so a level is asked for only after
 * those below it.
 */
export const COMMUNITY = /(社区|村|居委会?|村委会?|居民委员会|村民委员会|小区|家委会)$/
export const SUBDISTRICT = /(街道|街道办事处|街道办|街办|[镇乡](人民政府)?)$/
export const DISTRICT = /(区|县|旗|市|州)$/
export const ABOVE_DISTRICTS = /(省|自治区|地区)$/
