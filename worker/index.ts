import { createApp } from "./app.ts";

export { AccountObject } from "./account/account-object.ts";
export { AdressesObject } from "./adresse/adresses-object.ts";
export { AnnuaireObject } from "./annuaire/annuaire-object.ts";
export { ContratObject } from "./contrat/contrat-object.ts";
export { DocumentObject } from "./document/document-object.ts";
export { SeuilObject } from "./seuil/seuil-object.ts";

export default createApp({ demonstration: null });
