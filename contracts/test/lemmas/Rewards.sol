// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Rewards} from "../../src/libraries/Rewards.sol";

/// Each step of a stream gives and keeps together exactly what there was: so sum(paid out) * 1e18 + sum(due) + carry == sum(added) * 1e18.
contract RewardsLemmas {
    uint256 private constant MAX = type(uint128).max;
    uint256 private constant MAX_SCALED = 1e76;

    function nothingIsLostInTheDivision(uint256 due, uint256 earning) external pure {
        require(due <= MAX_SCALED && earning <= MAX);
        (uint256 each, uint256 rest) = Rewards.divided(due, earning);
        assert(each * earning + rest == due);
        assert(earning == 0 || rest < earning);
    }

    function whatTwoHoldersEarnIsNoMoreThanCame(uint256 due, uint256 one, uint256 other, uint256 acc) external pure {
        require(due <= MAX_SCALED && one <= MAX && other <= MAX && acc <= MAX);
        (uint256 each, uint256 rest) = Rewards.divided(due, one + other);
        uint256 sum = Rewards.earned(0, one, acc + each, acc) + Rewards.earned(0, other, acc + each, acc);
        assert(sum + rest == due);
    }

    function touchingInBetweenChangesNothing(uint256 shares, uint256 paid, uint256 between, uint256 acc) external pure {
        require(shares <= MAX && paid <= between && between <= acc && acc <= MAX);
        uint256 owed = Rewards.earned(0, shares, between, paid);
        assert(Rewards.earned(owed, shares, acc, between) == Rewards.earned(0, shares, acc, paid));
    }

    function whatIsTakenAndWhatStaysIsWhatWasOwed(uint256 due) external pure {
        (uint256 units, uint256 fraction) = Rewards.whole(due);
        assert(units * 1e18 + fraction == due);
        assert(fraction < 1e18);
    }
}
