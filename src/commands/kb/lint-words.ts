import { CHANNELS, type Channel } from "../../kb/entry.js";
import type { Translate } from "../../messages/catalogue.js";
import type { MessageParams } from "../../messages/catalogue.js";

/** Name of a channel in the language of the terminal. */
export function channelName(t: Translate, channel: string): string {
  return (CHANNELS as readonly string[]).includes(channel) ? t(`kb.channel.${channel as Channel}`) : channel;
}

/** `channel voice`, as rules have it, in words. */
function variantName(t: Translate, variant: string): string {
  const [, part, value = ""] = /^(channel|locale|tier) (.+)$/u.exec(variant) ?? [];
  if (part === "channel") return channelName(t, value);
  if (part === "locale" || part === "tier") return t(`kb.lint.variant.${part}`, { value });
  return variant;
}

/** The parameters of a finding, with the names of channels and variants put into words. */
export function inWords(t: Translate, params: MessageParams | undefined): MessageParams | undefined {
  const { channel, variant } = params ?? {};
  if (channel === undefined && variant === undefined) return params;
  return {
    ...params,
    ...(channel === undefined ? {} : { channel: channelName(t, String(channel)) }),
    ...(variant === undefined ? {} : { variant: variantName(t, String(variant)) }),
  };
}
