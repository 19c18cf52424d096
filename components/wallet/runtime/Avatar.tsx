import type { AvatarComponent } from "@rainbow-me/rainbowkit";

/** The first four digits of an address as a 5 × 5 mirrored pattern: two accounts are told apart at a glance. */
export const Avatar: AvatarComponent = ({ address, size }) => {
  const bits = Number.parseInt(address.slice(2, 8), 16);
  const cells = Array.from({ length: 15 }, (_, i) => ({
    x: i % 3,
    y: Math.trunc(i / 3),
    on: ((bits >> i) & 1) === 1,
  })).filter((cell) => cell.on);
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="-1.5 -1.5 8 8"
      style={{ background: "var(--accent-soft)" }}
      fill="var(--accent)"
    >
      {cells.flatMap(({ x, y }) =>
        [x, 4 - x].map((column) => <rect key={`${column}-${y}`} x={column} y={y} width={1.02} height={1.02} />),
      )}
    </svg>
  );
};
