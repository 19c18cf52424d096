// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Settlement} from "../../src/Settlement.sol";
import {Kind} from "../../src/interfaces/IRegistry.sol";
import {ISettlement, Source} from "../../src/interfaces/ISettlement.sol";
import {SumTree} from "../../src/libraries/SumTree.sol";
import {Target} from "../../src/libraries/Target.sol";
import {Epochs} from "../base/Epochs.sol";
import {CallbackToken} from "../base/CallbackToken.sol";
import {Tree, TreeBuilder} from "../base/Tree.sol";

contract ClaimTest is Epochs {
    using TreeBuilder for Tree;

    function _notClaimable(uint256 epoch, uint256 index) private {
        ISettlement.Claim memory c = _claimOf(epoch, index);
        vm.expectRevert(abi.encodeWithSelector(ISettlement.Settlement_NotClaimable.selector, epoch));
        settlement.claim(c);
    }

    function _badProof(ISettlement.Claim memory c) private {
        vm.expectRevert(SumTree.SumTree_BadProof.selector);
        settlement.claim(c);
    }

    function test_WhenTheEpochIsUnknown_ItReverts() public {
        vm.expectRevert(abi.encodeWithSelector(ISettlement.Settlement_NotClaimable.selector, 7));
        settlement.claim(ISettlement.Claim(7, 0, LOW, 0, ""));
    }

    function test_WhenTheEpochIsInsideItsWindow_ItReverts() public {
        _two(60, 40);
        _post();
        vm.warp(START + 1 days - 1);
        _notClaimable(1, 1);
    }

    function test_WhenTheEpochIsDisputed_ItRevertsUntilItStands() public {
        _two(60, 40);
        _post();
        settlement.dispute(1, "wrong");
        _accept();
        _notClaimable(1, 1);
        vm.prank(COUNCIL);
        settlement.resolve(1, true, 5_000);
        settlement.claim(_claimOf(1, 1));
    }

    function test_WhenTheEpochIsRejected_ItReverts() public {
        _two(60, 40);
        _post();
        settlement.dispute(1, "wrong");
        vm.prank(COUNCIL);
        settlement.resolve(1, false, 5_000);
        _accept();
        _notClaimable(1, 1);
    }

    function test_WhenTheLeafIsNotTheEpochs_ItReverts() public {
        _two(60, 40);
        _post();
        _accept();
        ISettlement.Claim memory c = _claimOf(1, 1);
        c.amount = 61;
        _badProof(c);
        c = _claimOf(1, 1);
        c.payee = _payee(GATEWAY);
        _badProof(c);
        c = _claimOf(1, 1);
        c.index = 2;
        _badProof(c);
        c = _claimOf(1, 1);
        c.proof = _claimOf(1, 2).proof;
        _badProof(c);
    }

    /// Two sums that wrap 128 bits to what the children promise: a leaf of 6 in a tree of 10 that pays all of 2^128 - 1 beside it.
    function test_WhenSumsWrap_ItReverts() public {
        settlement.fund(10, Source.Emissions);
        settlement.seal();
        bytes32 payee = _payee(ALICE);
        bytes32 leaf = keccak256(abi.encodePacked(payee, uint128(6)));
        bytes32 beside = keccak256(abi.encodePacked(_payee(BOB), type(uint128).max));
        bytes32 left = keccak256(abi.encodePacked(leaf, uint128(6), beside, type(uint128).max));
        vm.prank(POSTER);
        settlement.post(attributor, left, 5, bytes32(0), 5, 0, ""); // 6 + 2^128 - 1 = 5 mod 2^128
        _accept();
        _badProof(
            ISettlement.Claim(1, 0, payee, 6, abi.encodePacked(beside, type(uint128).max, bytes32(0), uint128(5)))
        );
    }

    function test_WhenThePayeeHasHadAsMuch_ItReverts() public {
        _two(60, 40);
        _post();
        _accept();
        ISettlement.Claim memory c = _claimOf(1, 1);
        settlement.claim(c);
        vm.expectRevert(abi.encodeWithSelector(ISettlement.Settlement_NothingToClaim.selector, c.payee, 60));
        settlement.claim(c);
    }

    function test_WhenTheLeafIsASentinel_ThereIsNothingToClaim() public {
        _two(60, 40);
        _post();
        _accept();
        ISettlement.Claim memory c = _claimOf(1, 0);
        vm.expectRevert(abi.encodeWithSelector(ISettlement.Settlement_NothingToClaim.selector, LOW, 0));
        settlement.claim(c);
        c = _claimOf(1, 3);
        vm.expectRevert(abi.encodeWithSelector(ISettlement.Settlement_NothingToClaim.selector, HIGH, 0));
        settlement.claim(c);
    }

    function test_ItPaysThePayeeWhoeverCalls() public {
        _two(60, 40);
        _post();
        _accept();
        uint256 before = open.balanceOf(_first());
        ISettlement.Claim memory c = _claimOf(1, 1);
        vm.expectEmit(address(settlement));
        emit ISettlement.Claimed(c.payee, 1, 60);
        vm.prank(GATEWAY);
        settlement.claim(c);
        vm.assertEq(open.balanceOf(_first()) - before, 60);
        vm.assertEq(settlement.claimed(c.payee), 60);
    }

    function test_ItPaysOnlyWhatIsNew() public {
        _two(60, 40);
        _post();
        _accept();
        settlement.claim(_claimOf(1, 1));
        _two(75, 45);
        _post();
        _accept();
        uint256 before = open.balanceOf(_first());
        settlement.claim(_claimOf(2, 1));
        vm.assertEq(open.balanceOf(_first()) - before, 15);
    }

    function test_WhenANewerEpochStands_AnOlderProofStillPays() public {
        _two(60, 40);
        _post();
        _accept();
        _two(75, 45);
        _post();
        _accept();
        settlement.claim(_claimOf(1, 1));
        vm.assertEq(settlement.claimed(_payee(_first())), 60);
        settlement.claim(_claimOf(2, 1));
        vm.assertEq(settlement.claimed(_payee(_first())), 75);
    }

    function test_WhenThePayeeIsATarget_ThePoolIsPaid() public {
        uint256 target = Target.fromId(_register(ALICE, Kind.Model));
        vm.prank(BOB);
        staking.stake(target, 10);
        bytes32[] memory who = new bytes32[](1);
        uint128[] memory owed = new uint128[](1);
        (who[0], owed[0]) = (bytes32(target), 500);
        _leaves(who, owed);
        _post();
        _accept();
        settlement.claim(_claimOf(1, 1));
        vm.prank(BOB);
        vm.assertEq(staking.claim(target), 500);
    }

    function test_WhenThePayeeIsTheLargestAddress_ItIsAnAddress() public {
        bytes32[] memory who = new bytes32[](1);
        uint128[] memory owed = new uint128[](1);
        (who[0], owed[0]) = (bytes32(Target.BASE - 1), 500);
        _leaves(who, owed);
        _post();
        _accept();
        settlement.claim(_claimOf(1, 1));
        vm.assertEq(open.balanceOf(address(type(uint160).max)), 500);
    }

    function test_ClaimMany_PaysAll() public {
        _two(60, 40);
        _post();
        _accept();
        ISettlement.Claim[] memory cs = new ISettlement.Claim[](2);
        (cs[0], cs[1]) = (_claimOf(1, 1), _claimOf(1, 2));
        settlement.claimMany(cs);
        vm.assertEq(settlement.claimed(cs[0].payee) + settlement.claimed(cs[1].payee), 100);
        vm.assertEq(open.balanceOf(address(settlement)), 0);
    }

    function test_ClaimMany_WhenOneIsBad_AllRevert() public {
        _two(60, 40);
        _post();
        _accept();
        ISettlement.Claim[] memory cs = new ISettlement.Claim[](2);
        (cs[0], cs[1]) = (_claimOf(1, 1), _claimOf(1, 1));
        vm.expectRevert(abi.encodeWithSelector(ISettlement.Settlement_NothingToClaim.selector, cs[0].payee, 60));
        settlement.claimMany(cs);
        vm.assertEq(settlement.claimed(cs[0].payee), 0);
    }

    function test_WhenTheTokenCallsBack_ItReverts() public {
        CallbackToken token = new CallbackToken();
        settlement = new Settlement(token, registry, staking, address(escrow), COUNCIL, MIN_BOND, COUNCIL, GUARDIAN);
        token.approve(address(settlement), type(uint256).max);
        _two(60, 40);
        _post();
        _accept();
        ISettlement.Claim[] memory cs = new ISettlement.Claim[](1);
        cs[0] = _claimOf(1, 2);
        ISettlement.Claim memory outer = _claimOf(1, 1);
        bytes memory refused = abi.encodeWithSignature("ReentrancyGuardReentrantCall()");
        token.arm(address(settlement), abi.encodeCall(ISettlement.claim, (cs[0])));
        vm.expectRevert(refused);
        settlement.claim(outer);
        token.arm(address(settlement), abi.encodeCall(ISettlement.claimMany, (cs)));
        vm.expectRevert(refused);
        settlement.claim(outer);
        token.arm(address(0), "");
        settlement.claim(outer);
        settlement.claimMany(cs); // the guard is free again within one transaction
    }

    /// Whatever is earned, disputed in vain and claimed when: everybody ends up with exactly what the last epoch says.
    function testFuzz_EverybodyIsPaidInFull(uint256 seed, uint256 size, uint256 epochs) public {
        size = bound(size, 1, 20);
        bytes32[] memory who = new bytes32[](size);
        uint128[] memory owed = new uint128[](size);
        for (uint256 i; i < size; ++i) {
            who[i] = bytes32(uint256(0x10000 + i));
        }
        epochs = bound(epochs, 1, 5);
        for (uint256 e = 1; e <= epochs; ++e) {
            for (uint256 i; i < size; ++i) {
                owed[i] += uint128(_random(seed, e, i) % 3 == 0 ? 1 : _random(seed, e, i) >> 190);
            }
            _leaves(who, owed);
            _post();
            if (_random(seed, e, 99) % 3 == 0) {
                settlement.dispute(e, "in vain");
                vm.prank(COUNCIL);
                settlement.resolve(e, true, 5_000);
            }
            _accept();
            for (uint256 i; i < size; ++i) {
                if (e == epochs || _random(seed, e, 100 + i) % 2 == 0) settlement.claim(_claimOf(e, i + 1));
            }
        }
        for (uint256 i; i < size; ++i) {
            vm.assertEq(open.balanceOf(address(uint160(0x10000 + i))), owed[i]);
        }
        vm.assertEq(open.balanceOf(address(settlement)), 0);
    }

    function _random(uint256 seed, uint256 a, uint256 b) private pure returns (uint256) {
        return uint256(keccak256(abi.encode(seed, a, b)));
    }
}
