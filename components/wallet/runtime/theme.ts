import { lightTheme } from "@rainbow-me/rainbowkit";

const v = (name: string) => `var(--${name})`;

/** The modal in our own tokens: they change with the theme by themselves, so one set serves both. */
export function walletTheme() {
  const base = lightTheme({ borderRadius: "medium", fontStack: "system" });
  return {
    ...base,
    colors: {
      ...base.colors,
      accentColor: v("accent"),
      accentColorForeground: v("accent-ink"),
      actionButtonBorder: v("line"),
      actionButtonBorderMobile: v("line"),
      actionButtonSecondaryBackground: v("sunken"),
      closeButton: v("ink-2"),
      closeButtonBackground: v("sunken"),
      connectionIndicator: v("good"),
      downloadBottomCardBackground: v("sunken"),
      downloadTopCardBackground: v("surface"),
      error: v("bad"),
      generalBorder: v("line"),
      generalBorderDim: v("line"),
      menuItemBackground: v("sunken"),
      modalBackdrop: "rgba(0, 0, 0, 0.45)",
      modalBackground: v("surface"),
      modalBorder: v("line"),
      modalText: v("ink"),
      modalTextDim: v("ink-3"),
      modalTextSecondary: v("ink-2"),
      profileAction: v("sunken"),
      profileActionHover: v("line"),
      profileForeground: v("surface"),
      selectedOptionBorder: v("line-strong"),
      standby: v("warn"),
    },
    fonts: { body: "var(--font-inter), system-ui, sans-serif" },
    shadows: { ...base.shadows, dialog: v("shadow"), selectedWallet: "none" },
  };
}
