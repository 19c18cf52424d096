// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Target} from "../../src/libraries/Target.sol";

/// A payee is an address or one asset's pool, never both.
contract TargetLemmas {
    function anIdComesBackFromItsTarget(uint256 id) external pure {
        assert(Target.toId(Target.fromId(id)) == id);
    }

    function twoIdsHaveTwoTargets(uint256 one, uint256 other) external pure {
        require(one != other);
        assert(Target.fromId(one) != Target.fromId(other));
    }

    function noTargetIsAnAddress(uint256 id, address account) external pure {
        assert(Target.fromId(id) > uint160(account));
    }
}
