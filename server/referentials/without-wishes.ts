/** A search without what no offer can be found by: what one would earn, « près de chez moi », « petit boulot ». */
export const withoutWishes = (query: string): string => wishes.reduce((left, wish) => left.replace(wish, " "), query);

const thousands = "\\d{1,2}[ .]?\\d{3}";
const amount = `(?:${thousands}|\\d+(?:[,.]\\d+)?) ?(?:€|euros?(?!\\p{L})|eur(?!\\p{L}))`;
const net = "(?:nets?|bruts?)(?!\\p{L})";
const each = "(?: ?(?:\\/|par|de l[’'])? ?(?:mois|mensuels?|heure|h|an)(?!\\p{L}))?";

const wishes: readonly RegExp[] = [
  /(?<!\p{L})(?:(?:[àa] c[ôo]t[ée]|pas (?:trop )?loin|non loin|tout pr[èe]s|pr[èe]s|proche|autour) )(?:de |d[’'])?(?:chez (?:moi|nous)|la maison|mon domicile)(?!\p{L})/giu,
  /(?<!\p{L})n[’'] ?importe (?:quoi|o[uù]|quel(?:le)?s? (?:emploi|travail|job|poste|boulot|m[ée]tier)s?)(?!\p{L})/giu,
  /(?<!\p{L})petits? (?:boulot|job)s?(?!\p{L})/giu,
  new RegExp(
    `(?<![\\p{L}\\d])(?:(?:salaire|pay[ée]e?|minimum|mini|plus|de|[àa]) )*(?:${amount}|${thousands}(?= ?${net})) ?(?:${net})?${each}`,
    "giu",
  ),
];
