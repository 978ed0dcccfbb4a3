import { type Moment, momentName } from "../../shared/domain/version.ts";
import type { EngagementPart } from "../../shared/editor/canonical.ts";
import type { AccountId } from "../../shared/ids.ts";
import { applyComparison } from "../harness/apply-comparison.ts";
import { SeededRandom } from "../harness/random.ts";
import { CONTEXT, COORDINATION, MaskedFiche } from "./masked-fiche.ts";
import { MaskingPages, PARTS, type Secret } from "./masking-pages.ts";

/** Who brings back; the coordination only masks. */
const PILOTE = "p110te0000000000" as AccountId;

/**
 * People write, move and remove words, submit, read what was, bring it back and compare, while the coordination masks
 * passages: everything at once, as a seed decides. Nothing that was masked may be in an answer that comes later.
 */
export class MaskingSession {
  readonly fiche: MaskedFiche;
  readonly total = { masked: 0, restored: 0, read: 0, compared: 0, versions: 0, blanks: 0 };
  /** What was wrong. */
  readonly wrong: string[] = [];
  readonly #random: SeededRandom;
  readonly #pages: MaskingPages;
  readonly #masked: Secret[] = [];
  /** How many of those were masked before somebody last had their turn: an answer may have been on its way. */
  #long = 0;
  #underway = new Set<Promise<void>>();

  constructor(path: string, seed: number) {
    this.#random = new SeededRandom(seed);
    this.fiche = new MaskedFiche(path, this.#random, () => this.#others());
    this.#pages = new MaskingPages(this.fiche.room, this.#random);
  }

  get masked(): readonly string[] {
    return this.#masked.map(({ words }) => words);
  }

  get unmasked(): readonly string[] {
    return this.#pages.secrets.filter((secret) => !this.#masked.includes(secret)).map(({ words }) => words);
  }

  /** So many things happen, several at once. */
  async run(count: number): Promise<void> {
    for (let time = 0; time < count; time++) {
      this.#others();
      if (this.#random.chance(0.1)) this.fiche.room.rest(this.#random.below(30) * 60_000);
      if (this.#random.chance(0.1)) this.fiche.room.pack();
      const todo = this.#random.pick(this.#todo);
      const work = todo().catch((error: unknown) => void this.wrong.push(`thrown: ${String(error)}`));
      this.#underway.add(work);
      void work.then(() => this.#underway.delete(work));
      if (this.#underway.size > 3) await Promise.all(this.#underway);
      else await Promise.resolve();
    }
    await Promise.all(this.#underway);
    this.#pages.settle();
  }

  /** Everything that can be read now. */
  async readAll(): Promise<void> {
    this.#others();
    const moments = this.#moments();
    for (const moment of moments) await this.#readMoment(moment);
    for (const moment of moments) for (const part of PARTS) await this.#readAuthors(part, moment);
    for (const part of PARTS) await this.#readAuthors(part, null);
    for (const [index, from] of moments.entries()) {
      for (const to of moments.slice(index + 1)) await this.#compare(from, to);
    }
  }

  readonly #todo = [
    () => this.#mask(),
    () => this.#restore(),
    () => this.#restore(),
    () => this.#readMoment(this.#random.pick(this.#moments())),
    () =>
      this.#readAuthors(this.#random.pick(PARTS), this.#random.chance(0.5) ? null : this.#random.pick(this.#moments())),
    () => this.#readList(),
    () => this.#compare(this.#random.pick(this.#moments()), this.#random.pick(this.#moments())),
    () => this.#submit(),
  ];

  /** What people do at their pages meanwhile. */
  #others(): void {
    this.#long = this.#masked.length;
    for (let step = this.#random.below(12); step > 0; step--) this.fiche.room.step();
    if (this.#random.chance(0.6)) this.#pages.act();
  }

  async #mask(): Promise<void> {
    const waiting = this.#pages.secrets.filter((secret) => !this.#masked.includes(secret));
    if (waiting.length < 2) return;
    const secret = this.#random.pick(waiting);
    const asked = { partie: secret.part, mots: secret.words, motif: "donnee_personnelle" as const };
    for (let time = 0; time < 5; time++) {
      const preview = await this.fiche.caviardages.preview(COORDINATION, CONTEXT, asked);
      if (!preview.ok) return this.#expectCode(preview.code, ["rien_a_masquer", "trop_de_demandes"]);
      const done = await this.fiche.caviardages.mask(COORDINATION, CONTEXT, asked, preview.value.apercu);
      if (done.ok) {
        this.#masked.push(secret);
        this.total.masked += 1;
        // The object begins again soon after.
        if (this.#random.chance(0.5)) this.#beginAgain();
        return;
      }
      this.#expectCode(done.code, ["apercu_depasse", "rien_a_masquer", "trop_de_demandes"]);
      if (done.code !== "apercu_depasse") return;
    }
  }

  #beginAgain(): void {
    this.fiche.room.crash();
    this.#pages.connect();
  }

  async #restore(): Promise<void> {
    const moment = this.#random.pick(this.#moments());
    const part = this.#random.chance(0.5) ? null : this.#random.pick(PARTS);
    const done = await this.fiche.history.restaurer(PILOTE, CONTEXT, moment, part);
    if (done.ok) this.total.restored += 1;
    else this.#expectCode(done.code, ["trop_de_demandes"]);
  }

  async #readMoment(moment: Moment): Promise<void> {
    const read = await this.fiche.history.moment(COORDINATION, CONTEXT, moment);
    if (read.ok) this.#check(`the moment ${momentName(moment)}`, read.value);
    else this.#expectCode(read.code, ["trop_de_demandes"]);
  }

  async #readAuthors(part: EngagementPart, moment: Moment | null): Promise<void> {
    const read = await this.fiche.history.auteurs(COORDINATION, CONTEXT, part, moment);
    if (!read.ok) return this.#expectCode(read.code, ["trop_de_demandes"]);
    this.#check(`who wrote ${part} at ${moment === null ? "last" : momentName(moment)}`, read.value);
    // Whoever masks words writes none.
    for (const { texte, auteur } of read.value.paragraphes.flat()) {
      if (!texte.includes("█")) continue;
      this.total.blanks += 1;
      if (auteur === COORDINATION) this.wrong.push(`« ${texte} » is said to be whoever's masked it`);
    }
  }

  async #readList(): Promise<void> {
    const { history, masques } = this.fiche;
    const before = masques.count();
    const read = await history.historique(COORDINATION, CONTEXT, null);
    if (!read.ok) return this.#expectCode(read.code, ["trop_de_demandes"]);
    if (read.value.masquages.length < before) this.wrong.push("a masking that is not listed");
    const people = read.value.sittings.flatMap(({ personnes }) => personnes.map(({ personne }) => personne));
    if (people.includes(COORDINATION)) this.wrong.push("masking that is listed as writing");
  }

  async #compare(from: Moment, to: Moment): Promise<void> {
    const { history, masques } = this.fiche;
    const masked = masques.count();
    const before = await history.moment(COORDINATION, CONTEXT, from);
    const compared = await history.comparaison(COORDINATION, CONTEXT, from, to);
    const name = `${momentName(from)} to ${momentName(to)}`;
    if (compared.ok) this.#check(`the comparison ${name}`, compared.value);
    const after = await history.moment(COORDINATION, CONTEXT, to);
    for (const each of [before, compared, after])
      if (!each.ok) return this.#expectCode(each.code, ["trop_de_demandes"]);
    if (!before.ok || !compared.ok || !after.ok) return;
    if (masques.count() !== masked) return;
    this.total.compared += 1;
    const applied = JSON.stringify(applyComparison(before.value.content, compared.value.parties));
    if (applied !== JSON.stringify(after.value.content)) this.wrong.push(`the comparison ${name} leads elsewhere`);
  }

  async #submit(): Promise<void> {
    const { life, room } = this.fiche;
    const { empreintes } = life.draft.read();
    const asked = { acte: "soumettre" as const, empreinte: empreintes.version, malgre: "Au plus vite." };
    if (life.act(COORDINATION, CONTEXT, asked, room.now).ok) this.total.versions += 1;
  }

  /** Some moments of the log, and all versions. */
  #moments(): Moment[] {
    const last = this.fiche.room.log().lastSeq();
    const seqs = [0, this.#random.below(last + 1), this.#random.below(last + 1), last];
    return [
      ...seqs.map((seq): Moment => ({ kind: "log", seq })),
      ...this.fiche.life.versions.list().map(({ numero }): Moment => ({ kind: "version", numero })),
    ];
  }

  #expectCode(code: string, expected: readonly string[]): void {
    if (!expected.includes(code)) this.wrong.push(`refused: ${code}`);
  }

  #check(what: string, answer: unknown): void {
    this.total.read += 1;
    const shown = JSON.stringify(answer);
    for (const { words } of this.#masked.slice(0, this.#long)) {
      // Letters that were left of it when somebody had removed its beginning are masked too.
      if (shown.includes(words.slice(2))) this.wrong.push(`${what} shows ${words}`);
    }
  }
}
