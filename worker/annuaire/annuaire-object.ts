import { DurableObject } from "cloudflare:workers";
import type { NewContrat } from "../../shared/domain/new-contrat.ts";
import { REGLAGES_DEFAULT, type Reglages } from "../../shared/domain/reglages.ts";
import { type AccountId, type ContratId, makeId, type RandomBytes, type RegionId } from "../../shared/ids.ts";
import type { ReglagesBody } from "../../shared/protocol/bodies/instance-admin.ts";
import { ok, type Result, refuse } from "../../shared/result.ts";
import { Alarms } from "../durable/alarms.ts";
import { isCreated, migrate } from "../durable/migrate.ts";
import { Tellings } from "../durable/tellings.ts";
import type { Env } from "../env.ts";
import { pagesStore } from "../pages/store/pages-store.ts";
import { Administration, type Administrator } from "./administration.ts";
import { Contrats, type KnownContrat, type SaidOfContrat } from "./contrats.ts";
import { InstancePage } from "./instance-page.ts";
import { migrations } from "./migrations.ts";
import { type Region, Regions } from "./regions.ts";
import { changeReglages, readReglages } from "./reglages.ts";

/** The contrats of the instance and their slugs, who administers it, its regions, what it says of itself. A door. */
export class AnnuaireObject extends DurableObject<Env> {
  readonly #sql: SqlStorage;
  readonly #contrats: Contrats;
  readonly #administration: Administration;
  readonly #regions: Regions;
  readonly #page: InstancePage;
  readonly #alarms: Alarms<"tell" | "page">;
  /** Contrats that are named here and must still be made. */
  readonly #foundings: Tellings<ContratId, "founding">;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#sql = ctx.storage.sql;
    this.#contrats = new Contrats(this.#sql);
    this.#administration = new Administration(this.#sql);
    this.#regions = new Regions(this.#sql);
    this.#alarms = new Alarms(ctx.storage);
    this.#foundings = new Tellings(
      this.#sql,
      ({ target }) => this.#found(target),
      (delay) => this.#alarms.setAtLatest("tell", Date.now() + delay),
    );
    this.#page = new InstancePage(
      {
        sql: this.#sql,
        store: () => pagesStore(env),
        ring: (at) => this.#alarms.setAtLatest("page", at),
        now: () => Date.now(),
      },
      this.#contrats,
    );
    // One of before there were public pages writes its file now.
    if (isCreated(this.#sql)) this.#write(() => undefined);
  }

  /** Names a contrat that is made already; false when the slug is another's. A second call changes nothing. */
  addContrat(id: ContratId, nom: string, slug: string): boolean {
    return this.#write(() => this.#contrats.add(id, nom, slug, Date.now()));
  }

  /** Names a contrat and makes it; should something fail in the middle, it is made later. */
  async foundContrat(made: NewContrat): Promise<Result<KnownContrat, "slug_pris">> {
    const now = Date.now();
    const { id, slug } = made;
    const added = this.#write(() => {
      if (!this.#contrats.add(id, made.facts.nom, slug, now, isCoordinated(made))) return false;
      this.#contrats.keepFounding(made);
      this.#foundings.owe(id, "founding", 1);
      return true;
    });
    if (!added) return refuse("slug_pris");
    await this.#foundings.tellAll();
    return ok({ id, nom: made.facts.nom, slug, creeLe: now, coordonne: isCoordinated(made) });
  }

  /** Gives a slug to a contrat, for ever; false when it is another's. */
  addSlug(slug: string, contrat: ContratId): boolean {
    return this.#write(() => this.#contrats.giveSlug(slug, contrat));
  }

  /** What a contrat says of itself: its name, its slug, which it was given before, whether somebody coordinates it. */
  tellContrat(id: ContratId, number: number, said: SaidOfContrat): void {
    if (isCreated(this.#sql)) this.#write(() => this.#contrats.hear(id, number, said));
  }

  /** How many fiches of a contrat everybody may read; it may be named here later. */
  tellPlan(id: ContratId, number: number, publiees: number): void {
    this.#write(() => this.#contrats.hearPlan(id, number, publiees));
  }

  /** The contrat that a slug leads to, old slugs included; null when there is none. */
  resolve(slug: string): ContratId | null {
    return isCreated(this.#sql) ? this.#contrats.resolve(slug) : null;
  }

  /** Every contrat of the instance, by name. */
  listContrats(): KnownContrat[] {
    return isCreated(this.#sql) ? this.#contrats.list() : [];
  }

  /** Whether nobody administers the instance yet. */
  isEmpty(): boolean {
    return !isCreated(this.#sql) || this.#administration.isEmpty();
  }

  /** The three steps of a first access: see `Administration`. */
  beginFirstAccess(digest: string, attempt: string): Result<null, "premier_acces_utilise"> {
    return this.#write(() => this.#administration.beginFirst(digest, attempt, Date.now()));
  }

  endFirstAccess(digest: string, attempt: string, account: AccountId): boolean {
    return this.#write(() => this.#administration.endFirst(digest, attempt, account, Date.now()));
  }

  giveUpFirstAccess(attempt: string): void {
    this.#write(() => this.#administration.giveUpFirst(attempt));
  }

  isAdministration(account: AccountId): boolean {
    return isCreated(this.#sql) && this.#administration.has(account);
  }

  listAdministration(): Administrator[] {
    return isCreated(this.#sql) ? this.#administration.list() : [];
  }

  addAdministration(account: AccountId): void {
    this.#write(() => this.#administration.name(account, Date.now()));
  }

  /** Takes it back; refused to the last one. */
  removeAdministration(account: AccountId): Result<null, "derniere_administration"> {
    return isCreated(this.#sql) ? this.#write(() => this.#administration.dismiss(account)) : ok(null);
  }

  /** Whether the instance goes on without this person: false for the last one of its administration. */
  mayLeave(account: AccountId): boolean {
    return !this.isAdministration(account) || this.#administration.list().length > 1;
  }

  /** An account was closed: nothing here names it any more. Twice is as once. */
  forgetAccount(account: AccountId): void {
    if (!isCreated(this.#sql)) return;
    this.#write(() => {
      this.#administration.forget(account);
      this.#regions.removeReader(null, account);
    });
  }

  /** Two accounts are one person's: what `from` may here, `into` may from now on. Twice is as once. */
  joinAccounts(from: AccountId, into: AccountId): void {
    if (!isCreated(this.#sql)) return;
    this.#write(() => {
      if (this.#administration.has(from)) this.#administration.name(into, Date.now());
      for (const { id } of this.#regions.readBy(from)) this.#regions.addReader(id, into);
      this.#administration.forget(from);
      this.#regions.removeReader(null, from);
    });
  }

  listRegions(): Region[] {
    return isCreated(this.#sql) ? this.#regions.list() : [];
  }

  /** The regions that this person reads, each with the contrats that share with it. */
  regionsReadBy(account: AccountId): { region: Region; contrats: KnownContrat[] }[] {
    if (!isCreated(this.#sql)) return [];
    const contrats = this.#contrats.list();
    return this.#regions
      .readBy(account)
      .map((region) => ({ region, contrats: contrats.filter(({ id }) => region.contrats.includes(id)) }));
  }

  addRegion(nom: string): RegionId {
    const id = makeId<RegionId>(random);
    this.#write(() => this.#regions.name(id, nom));
    return id;
  }

  /** False when there is no such region; the same for the three that follow. */
  renameRegion(id: RegionId, nom: string): boolean {
    return this.#inRegion(id, () => this.#regions.name(id, nom));
  }

  addRegionReader(id: RegionId, account: AccountId): boolean {
    return this.#inRegion(id, () => this.#regions.addReader(id, account));
  }

  removeRegionReader(id: RegionId, account: AccountId): boolean {
    return this.#inRegion(id, () => this.#regions.removeReader(id, account));
  }

  /** A contrat chose to share with a region, or not to any more; its coordination asked for it. */
  shareWithRegion(id: RegionId, contrat: ContratId, shares: boolean): boolean {
    return this.#inRegion(id, () => this.#regions.share(id, contrat, shares));
  }

  reglages(): ReglagesBody {
    return isCreated(this.#sql) ? readReglages(this.#sql) : { reglages: REGLAGES_DEFAULT, numero: 0 };
  }

  /** Replaces them all; refused when somebody changed them since `numero`. */
  changeReglages(reglages: Reglages, numero: number, account: AccountId): Result<number, "reglages_changes"> {
    return this.#write(() => changeReglages(this.#sql, reglages, numero, { account, at: Date.now() }));
  }

  override async alarm(): Promise<void> {
    const due = this.#alarms.take(Date.now());
    if (due.includes("tell")) await this.#foundings.tellAll();
    if (due.includes("page")) await this.#page.deliver();
  }

  async #found(id: ContratId): Promise<void> {
    const made = this.#contrats.founding(id);
    if (made === null) return;
    await this.env.CONTRAT.getByName(id).create(made);
    for (const { account } of made.contratRoles) await this.env.ACCOUNT.getByName(account).addMembership(id);
    this.#contrats.founded(id);
  }

  #inRegion(id: RegionId, change: () => void): boolean {
    if (!isCreated(this.#sql) || !this.#regions.has(id)) return false;
    this.#write(change);
    return true;
  }

  /** All of it kept, or nothing; the first writing makes the annuaire. */
  #write<Answer>(change: () => Answer): Answer {
    const answer = this.ctx.storage.transactionSync(() => {
      migrate(this.#sql, migrations);
      const changed = change();
      this.#page.changed();
      return changed;
    });
    // Nobody waits for it; should the object die before, its alarm does it.
    void this.#page.deliver();
    return answer;
  }
}

const random: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length));

function isCoordinated({ contratRoles }: NewContrat): boolean {
  return contratRoles.some(({ role }) => role === "coordination");
}
