// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SumTree} from "../../src/libraries/SumTree.sol";
import {Climber} from "../base/Climber.sol";
import {TestBase} from "../base/TestBase.sol";
import {Tree, TreeBuilder} from "../base/Tree.sol";

contract SumTreeTest is TestBase {
    using TreeBuilder for Tree;

    Climber private climber = new Climber();

    function test_WhenTheProofIsRagged_ItReverts() public {
        vm.expectRevert(SumTree.SumTree_BadProof.selector);
        climber.climb(new bytes(47), 0, bytes32(uint256(1)), 1);
    }

    function test_WhenTheProofIsDeeperThan32_ItReverts() public {
        climber.climb(new bytes(48 * 32), 0, bytes32(uint256(1)), 1);
        vm.expectRevert(SumTree.SumTree_BadProof.selector);
        climber.climb(new bytes(48 * 33), 0, bytes32(uint256(1)), 1);
    }

    function test_WhenTheIndexReachesBeyondTheProof_ItReverts() public {
        climber.climb(new bytes(48), 1, bytes32(uint256(1)), 1);
        vm.expectRevert(SumTree.SumTree_BadProof.selector);
        climber.climb(new bytes(48), 2, bytes32(uint256(1)), 1);
        vm.expectRevert(SumTree.SumTree_BadProof.selector);
        climber.climb("", 1, bytes32(uint256(1)), 1);
    }

    function testFuzz_WhenAllIsTheTrees_ItReturnsRootAndTotal(uint256 seed, uint256 size, uint256 pick) public view {
        (bytes32[] memory payees, uint128[] memory amounts, uint256 total) = _leaves(seed, bound(size, 1, 64));
        Tree memory t = TreeBuilder.build(payees, amounts);
        pick = bound(pick, 0, payees.length - 1);
        (bytes32 root, uint256 sum) = climber.climb(t.proof(pick), pick, payees[pick], amounts[pick]);
        vm.assertEq(root, t.hash[1]);
        vm.assertEq(sum, total);
    }

    function testFuzz_WhenAnythingIsAnother_ItReturnsAnotherRoot(
        uint256 seed,
        uint256 size,
        uint256 pick,
        uint256 twist
    ) public view {
        (bytes32[] memory payees, uint128[] memory amounts,) = _leaves(seed, bound(size, 2, 64));
        Tree memory t = TreeBuilder.build(payees, amounts);
        pick = bound(pick, 0, payees.length - 1);
        (bytes32 payee, uint128 amount, bytes memory proof) = (payees[pick], amounts[pick], t.proof(pick));
        bytes32 root = t.hash[1];
        _differs(root, proof, pick, payee ^ bytes32(bound(twist, 1, type(uint256).max)), amount);
        _differs(root, proof, pick, payee, amount ^ uint128(bound(twist, 1, type(uint128).max)));
        uint256 other = (pick + bound(twist, 1, t.hash.length / 2 - 1)) % (t.hash.length / 2);
        _differs(root, proof, other, payee, amount);
        proof[twist % proof.length] ^= bytes1(uint8(bound(twist, 1, 255)));
        _differs(root, proof, pick, payee, amount);
    }

    function test_WhenSumsWrap128Bits_ItReturnsTheTrueSum() public view {
        bytes memory proof = abi.encodePacked(bytes32(uint256(7)), type(uint128).max, bytes32(uint256(8)), uint128(3));
        (, uint256 sum) = climber.climb(proof, 0, bytes32(uint256(1)), 6);
        vm.assertEq(sum, uint256(type(uint128).max) + 9);
    }

    function test_DirtyBitsOfAnAmountCannotRaiseTheSum() public view {
        (bytes32 root, uint256 sum) = climber.climb(new bytes(48), 0, bytes32(uint256(1)), 5);
        (bytes32 dirtyRoot, uint256 dirtySum) = climber.climbDirty(new bytes(48), bytes32(uint256(1)), 5 | 1 << 128);
        vm.assertEq(dirtyRoot, root);
        vm.assertEq(dirtySum, sum);
    }

    function _differs(bytes32 root, bytes memory proof, uint256 index, bytes32 payee, uint128 amount) private view {
        (bytes32 other,) = climber.climb(proof, index, payee, amount);
        vm.assertNotEq(other, root);
    }

    function _leaves(uint256 seed, uint256 size)
        private
        pure
        returns (bytes32[] memory payees, uint128[] memory amounts, uint256 total)
    {
        (payees, amounts) = (new bytes32[](size), new uint128[](size));
        for (uint256 i; i < size; ++i) {
            payees[i] = keccak256(abi.encode(seed, i));
            amounts[i] = uint128(uint256(keccak256(abi.encode(seed, i, "amount"))) >> 136);
            total += amounts[i];
        }
    }
}
