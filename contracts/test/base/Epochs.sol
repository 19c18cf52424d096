// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISettlement, Source} from "../../src/interfaces/ISettlement.sol";
import {Tree, TreeBuilder} from "./Tree.sol";
import {World} from "./World.sol";

/// A world in which epochs are posted: leaves are kept per epoch, sentinels at both ends.
abstract contract Epochs is World {
    using TreeBuilder for Tree;

    bytes32 internal constant LOW = bytes32(0);
    bytes32 internal constant HIGH = bytes32(type(uint256).max);

    mapping(uint256 epoch => bytes32[]) internal payees;
    mapping(uint256 epoch => uint128[]) internal amounts;
    mapping(uint256 epoch => Tree) internal trees;

    /// Leaves of the next epoch to post, sentinels included: index 1 is the first payee.
    function _leaves(bytes32[] memory who, uint128[] memory owed) internal {
        uint256 id = settlement.last() + 1;
        delete payees[id];
        delete amounts[id];
        payees[id].push(LOW);
        amounts[id].push(0);
        for (uint256 i; i < who.length; ++i) {
            payees[id].push(who[i]);
            amounts[id].push(owed[i]);
        }
        payees[id].push(HIGH);
        amounts[id].push(0);
    }

    /// Brings in what the leaves need, seals and posts.
    function _post() internal returns (uint256 id) {
        id = settlement.last() + 1;
        trees[id] = TreeBuilder.build(payees[id], amounts[id]);
        uint128 missing = trees[id].sum[1] - settlement.funded();
        if (missing > 0) settlement.fund(missing, Source.Emissions);
        settlement.seal();
        _postTree(trees[id]);
    }

    function _postTree(Tree memory t) internal {
        vm.prank(POSTER);
        settlement.post(attributor, t.hash[2], t.sum[2], t.hash[3], t.sum[3], keccak256("manifest"), "cid");
    }

    function _accept() internal {
        vm.warp(block.timestamp + settlement.window());
    }

    function _claimOf(uint256 epoch, uint256 index) internal view returns (ISettlement.Claim memory) {
        return ISettlement.Claim(epoch, index, payees[epoch][index], amounts[epoch][index], trees[epoch].proof(index));
    }

    function _payee(address who) internal pure returns (bytes32) {
        return bytes32(uint256(uint160(who)));
    }

    /// ALICE and BOB, in the order of their addresses, with cumulative amounts.
    function _two(uint128 first, uint128 second) internal {
        (bytes32 a, bytes32 b) = (_payee(ALICE), _payee(BOB));
        bytes32[] memory who = new bytes32[](2);
        (who[0], who[1]) = a < b ? (a, b) : (b, a);
        uint128[] memory owed = new uint128[](2);
        (owed[0], owed[1]) = (first, second);
        _leaves(who, owed);
    }

    function _first() internal view returns (address) {
        return uint160(ALICE) < uint160(BOB) ? ALICE : BOB;
    }

    function _second() internal view returns (address) {
        return uint160(ALICE) < uint160(BOB) ? BOB : ALICE;
    }
}
