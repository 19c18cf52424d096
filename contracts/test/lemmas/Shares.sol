// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Shares} from "../../src/libraries/Shares.sol";

/// The price of a pool's shares starts at 1 and no step brings it above, or to 0.
contract SharesLemmas {
    uint256 private constant MAX = type(uint128).max;
    uint256 private constant MAX_SLASH_BPS = 5_000;

    function stakingKeepsThePriceAtMostOne(uint256 amount, uint256 tokens, uint256 shares) external pure {
        require(amount > 0 && amount <= MAX && tokens <= shares && shares <= MAX && (tokens > 0 || shares == 0));
        uint256 minted = Shares.minted(amount, tokens, shares);
        assert(minted >= amount);
        assert(tokens + amount <= shares + minted);
    }

    function aNewcomerGetsNoMoreThanItPays(uint256 amount, uint256 tokens, uint256 shares) external pure {
        require(amount > 0 && amount <= MAX && tokens <= shares && shares <= MAX && (tokens > 0 || shares == 0));
        uint256 minted = Shares.minted(amount, tokens, shares);
        assert(Shares.worth(minted, tokens + amount, shares + minted) <= amount);
    }

    function leavingKeepsThePriceAtMostOneAndAboveZero(uint256 part, uint256 tokens, uint256 shares) external pure {
        require(part > 0 && part <= shares && tokens > 0 && tokens <= shares && shares <= MAX);
        uint256 amount = Shares.worth(part, tokens, shares);
        assert(amount <= part);
        assert(amount <= tokens);
        assert(tokens - amount <= shares - part);
        assert(part == shares || tokens - amount > 0);
    }

    function twoHoldersNeverShareMoreThanThePool(uint256 one, uint256 other, uint256 tokens, uint256 shares) external pure {
        require(one <= MAX && other <= MAX && one + other <= shares && tokens > 0 && tokens <= shares && shares <= MAX);
        assert(Shares.worth(one, tokens, shares) + Shares.worth(other, tokens, shares) <= tokens);
    }

    function aSlashTakesAtMostHalf(uint256 tokens, uint256 bps) external pure {
        require(tokens > 0 && tokens <= MAX && bps <= MAX_SLASH_BPS);
        uint256 amount = Shares.slashed(tokens, bps);
        assert(2 * amount <= tokens);
        assert(amount < tokens);
    }
}
