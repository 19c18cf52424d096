// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Rewards
/// @notice A pool's rewards in one token, shared by shares and exact to the last 1e-18 of a wei: nothing is ever dropped, so
/// sum(paid out) * 1e18 + sum(due) + carry == sum(added) * 1e18.
library Rewards {
    struct Stream {
        uint256 acc; // per share, scaled 1e18
        uint256 carry; // what could not be divided, or found nobody: scaled 1e18
    }

    /// One holder's part of a stream.
    struct Due {
        uint256 paid; // the stream's acc at the last touch
        uint256 owed; // scaled 1e18
    }

    uint256 private constant SCALE = 1e18;

    function add(Stream storage s, uint256 amount, uint256 earning) internal {
        (uint256 each, uint256 rest) = divided(amount * SCALE + s.carry, earning);
        (s.acc, s.carry) = (s.acc + each, rest);
    }

    /// Books what `shares` have earned since the last touch. To be called before they change.
    function touch(Stream storage s, Due storage d, uint256 shares) internal {
        (uint256 acc, uint256 paid) = (s.acc, d.paid);
        if (acc == paid) return;
        d.owed = earned(d.owed, shares, acc, paid);
        d.paid = acc;
    }

    /// Books like `touch` and takes out whole units; a fraction stays owed.
    function take(Stream storage s, Due storage d, uint256 shares) internal returns (uint256 amount) {
        uint256 acc = s.acc;
        uint256 due = earned(d.owed, shares, acc, d.paid);
        d.paid = acc;
        if (due != 0) (amount, d.owed) = whole(due);
    }

    /// What `take` would give.
    function claimable(Stream storage s, Due storage d, uint256 shares) internal view returns (uint256 amount) {
        (amount,) = whole(earned(d.owed, shares, s.acc, d.paid));
    }

    /// What each share gets, and what cannot be divided or finds nobody.
    function divided(uint256 due, uint256 earning) internal pure returns (uint256 each, uint256 rest) {
        return earning == 0 ? (0, due) : (due / earning, due % earning);
    }

    /// What a holder is owed in all, scaled 1e18.
    function earned(uint256 owed, uint256 shares, uint256 acc, uint256 paid) internal pure returns (uint256) {
        return owed + shares * (acc - paid);
    }

    /// Whole units, and the fraction that stays owed.
    function whole(uint256 due) internal pure returns (uint256 units, uint256 fraction) {
        return (due / SCALE, due % SCALE);
    }
}
