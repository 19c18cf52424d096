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
        uint256 due = amount * SCALE + s.carry;
        if (earning == 0) {
            s.carry = due;
        } else {
            s.acc += due / earning;
            s.carry = due % earning;
        }
    }

    /// Books what `shares` have earned since the last touch. To be called before they change.
    function touch(Stream storage s, Due storage d, uint256 shares) internal {
        (uint256 acc, uint256 paid) = (s.acc, d.paid);
        if (acc == paid) return;
        d.owed += shares * (acc - paid);
        d.paid = acc;
    }

    /// Books like `touch` and takes out whole units; a fraction stays owed.
    function take(Stream storage s, Due storage d, uint256 shares) internal returns (uint256 amount) {
        (uint256 acc, uint256 owed) = (s.acc, d.owed);
        uint256 due = owed + shares * (acc - d.paid);
        (amount, d.paid) = (due / SCALE, acc);
        if (due != 0) d.owed = due % SCALE;
    }

    /// What `take` would give.
    function claimable(Stream storage s, Due storage d, uint256 shares) internal view returns (uint256) {
        return (d.owed + shares * (s.acc - d.paid)) / SCALE;
    }
}
