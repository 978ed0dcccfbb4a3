import type { JSX } from "solid-js";
import { paths } from "../../../shared/protocol/paths.ts";
import { type ApiRefusal, isPassing } from "../../api/client.ts";
import type { InvitationRefusal } from "../../api/joining.ts";
import { API_REFUSAL_LABELS } from "../../labels/api-refusals.ts";
import { ATELIER_REFUSALS, INVITATION } from "../../labels/joining.ts";
import { SHELL, UNREACHABLE } from "../../labels/shell.ts";
import { ServerLink } from "../../ui/server-link.tsx";
import { MessagePage } from "../message-page.tsx";

type Code = ApiRefusal | InvitationRefusal | "coupee";

interface Words {
  readonly title: string;
  readonly text: string;
}

/** Those of the refusals that end it; the others are said on the page of the invitation. */
const ENDS: Partial<Readonly<Record<Code, Words>>> = {
  coupee: { title: INVITATION.cutTitle, text: INVITATION.cut },
  introuvable: { title: INVITATION.unknownTitle, text: INVITATION.unknown },
  corps_invalide: { title: INVITATION.cutTitle, text: INVITATION.cut },
  invitation_inconnue: { title: INVITATION.unknownTitle, text: INVITATION.unknown },
  groupe_inconnu: { title: INVITATION.withdrawnTitle, text: INVITATION.withdrawn },
  invitation_expiree: { title: INVITATION.expiredTitle, text: INVITATION.expired },
  invitation_utilisee: { title: INVITATION.usedTitle, text: INVITATION.used },
  invitation_retiree: { title: INVITATION.withdrawnTitle, text: INVITATION.withdrawn },
  invitation_autre_adresse: { title: INVITATION.otherTitle, text: INVITATION.other },
};

/** Whether nothing can be done on the page of the invitation any more. */
export function endsInvitation(code: Code): boolean {
  return ENDS[code] !== undefined;
}

/** Instead of an invitation that cannot be accepted: why, and what to do. */
export function InvitationRefused(props: { code: Code; onRetry: () => void }): JSX.Element {
  const words = (): Words => ENDS[props.code] ?? { title: UNREACHABLE.title, text: passingSentence(props.code) };
  const act = (): JSX.Element => {
    if (isPassing(props.code) || props.code === "trop_d_essais") {
      return (
        <button type="button" class="btn main" onClick={() => props.onRetry()}>
          {SHELL.retry}
        </button>
      );
    }
    if (props.code === "invitation_autre_adresse") {
      return (
        <a class="btn main" href={paths.account}>
          {INVITATION.toAccount}
        </a>
      );
    }
    if (props.code === "invitation_utilisee") {
      return (
        <a class="btn main" href={paths.signIn}>
          {INVITATION.signIn}
        </a>
      );
    }
    return (
      <ServerLink class="btn main" href={paths.home}>
        {INVITATION.home}
      </ServerLink>
    );
  };
  return <MessagePage title={words().title} text={words().text} act={act()} />;
}

function passingSentence(code: Code): string {
  if (code === "trop_d_essais") return ATELIER_REFUSALS.trop_d_essais;
  // Whatever else may be met is of this table.
  return (API_REFUSAL_LABELS as Readonly<Record<string, string>>)[code] ?? API_REFUSAL_LABELS.reponse_illisible;
}
