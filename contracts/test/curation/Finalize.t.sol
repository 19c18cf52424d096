// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ICuration, Status} from "../../src/interfaces/ICuration.sol";
import {IRegistry, Kind} from "../../src/interfaces/IRegistry.sol";
import {Contributions} from "../base/Contributions.sol";
import {Signatory} from "../base/Signatory.sol";

contract FinalizeTest is Contributions {
    uint256 private id;

    function setUp() public override {
        super.setUp();
        id = _revealed();
    }

    function _finalize(ICuration.Review[] memory reviews) private {
        vm.prank(GATEWAY); // anybody
        curation.finalize(id, reviews);
    }

    function _votes(bool a, bool b, bool c) private view returns (ICuration.Review[] memory) {
        bool[] memory votes = new bool[](3);
        (votes[0], votes[1], votes[2]) = (a, b, c);
        return _reviews(id, votes);
    }

    function _require(uint8 minReviews) private {
        vm.prank(OWNER);
        curation.setPolicy(datanet, ICuration.Policy(minReviews, false));
    }

    /// Another contribution, revealed now.
    function _second() private {
        id = _commitAs(ALICE, keccak256("second"));
        _later(1);
        _revealAs(ALICE, id, keccak256("second"));
    }

    function _refuse(bytes4 selector, uint256 value) private {
        vm.expectRevert(abi.encodeWithSelector(selector, value));
    }

    // --- when ---

    function test_WhenNotRevealed_ItReverts() public {
        uint256 committed = _commitAs(BOB, keccak256("other"));
        _badStatus(committed, Status.Committed);
        curation.finalize(committed, _votes(true, true, true));
        _badStatus(99, Status.None);
        curation.finalize(99, _votes(true, true, true));
    }

    function test_WhenThePeriodIsOver_ItReverts() public {
        _later(3 days);
        ICuration.Review[] memory reviews = _votes(true, true, true);
        _refuse(ICuration.Curation_TooLate.selector, block.timestamp);
        _finalize(reviews);
        vm.warp(block.timestamp - 1);
        _finalize(reviews);
    }

    function test_WhenFinalized_ItCannotBeAgain() public {
        _finalize(_votes(true, true, true));
        _badStatus(id, Status.Accepted);
        _finalize(_votes(false, false, false));
    }

    // --- who ---

    function test_WhenReviewsAreTooFew_ItReverts() public {
        vm.expectRevert(abi.encodeWithSelector(ICuration.Curation_TooFewReviews.selector, 0, 1));
        _finalize(new ICuration.Review[](0));
        _require(2);
        _second();
        ICuration.Review[] memory one = _one(_review(id, 0, true));
        vm.expectRevert(abi.encodeWithSelector(ICuration.Curation_TooFewReviews.selector, 1, 2));
        _finalize(one);
    }

    /// Else the datanet's owner, who may not review, could ask for more reviews than there are and have it expire.
    function test_WhenTheDatanetWantsMoreAfterTheReveal_TheNumberOfThenHolds() public {
        _require(3);
        _second();
        _require(255);
        ICuration.Review[] memory two = new ICuration.Review[](2);
        (two[0], two[1]) = (_review(id, 0, true), _review(id, 1, true));
        vm.expectRevert(abi.encodeWithSelector(ICuration.Curation_TooFewReviews.selector, 2, 3));
        _finalize(two);
        _finalize(_votes(true, true, false));
        vm.assertTrue(_statusOf(id) == Status.Accepted);
        vm.assertEq(curation.contributionOf(id).minReviews, 3);
    }

    function test_WhenValidatorsAreNotStrictlyAscending_ItReverts() public {
        ICuration.Review[] memory reviews = _votes(true, true, true);
        (reviews[0], reviews[1]) = (reviews[1], reviews[0]);
        _refuse(ICuration.Curation_Unordered.selector, validators[0]);
        _finalize(reviews);
        reviews[1] = reviews[0];
        _refuse(ICuration.Curation_Unordered.selector, validators[1]);
        _finalize(reviews);
    }

    function test_WhenTheReviewerIsNoValidator_ItReverts() public {
        ICuration.Review memory review = _review(id, 0, true);
        review.validator = attributor;
        _refuse(ICuration.Curation_NotValidator.selector, attributor);
        _finalize(_one(review));
        review.validator = 99;
        _refuse(IRegistry.Registry_UnknownAsset.selector, 99);
        _finalize(_one(review));
    }

    function test_WhenTheReviewerIsTheOwnerOrTheContributor_ItReverts() public {
        address reviewer = vm.addr(keys[0]);
        ICuration.Review memory review = _review(id, 0, true);
        vm.prank(OWNER);
        registry.transferFrom(OWNER, reviewer, datanet);
        vm.expectRevert(abi.encodeWithSelector(ICuration.Curation_Conflicted.selector, validators[0], reviewer));
        _finalize(_one(review));
        vm.prank(reviewer);
        registry.transferFrom(reviewer, OWNER, datanet);
        vm.prank(reviewer);
        registry.transferFrom(reviewer, ALICE, validators[0]);
        vm.expectRevert(abi.encodeWithSelector(ICuration.Curation_Conflicted.selector, validators[0], ALICE));
        _finalize(_one(review));
    }

    /// Stake bought once the reveal is seen weighs nothing, in the same second neither.
    function test_WhenTheStakeCameWithOrAfterTheReveal_ItReverts() public {
        _stake(BOB, validators[0], 900e18);
        uint256 late = _validator(0xF004, 500e18);
        bytes memory signature = _sign(0xF004, _reviewDigest(id, false, 0, 0));
        _later(1 hours);
        ICuration.Review memory review = ICuration.Review(late, false, 0, 0, signature);
        _refuse(ICuration.Curation_NoStake.selector, late);
        _finalize(_one(review));
        ICuration.Review[] memory reviews = _votes(true, false, false);
        vm.expectEmit(address(curation));
        emit ICuration.Reviewed(id, validators[0], true, 9_000, keccak256("reason"));
        vm.expectEmit(address(curation));
        emit ICuration.Reviewed(id, validators[1], false, 9_000, keccak256("reason"));
        vm.expectEmit(address(curation));
        emit ICuration.Reviewed(id, validators[2], false, 9_000, keccak256("reason"));
        vm.expectEmit(address(curation));
        emit ICuration.Finalized(id, Status.Rejected, 100e18, 200e18);
        _finalize(reviews);
    }

    function test_WhenTheScoreIsTooLarge_ItReverts() public {
        bytes memory signature = _sign(keys[0], _reviewDigest(id, true, 10_001, 0));
        vm.expectRevert(abi.encodeWithSelector(ICuration.Curation_BadScore.selector, validators[0], 10_001));
        _finalize(_one(ICuration.Review(validators[0], true, 10_001, 0, signature)));
        signature = _sign(keys[0], _reviewDigest(id, true, 10_000, 0));
        ICuration.Review[] memory reviews = _votes(true, true, true);
        reviews[0] = ICuration.Review(validators[0], true, 10_000, 0, signature);
        _finalize(reviews);
    }

    // --- signatures ---

    function _badSignature(ICuration.Review memory review) private {
        _refuse(ICuration.Curation_BadSignature.selector, validators[0]);
        _finalize(_one(review));
    }

    function test_WhenTheSignatureIsOfSomethingElse_ItReverts() public {
        ICuration.Review memory review = _review(id, 0, true);
        review.accept = false;
        _badSignature(review);
        review = _review(id, 0, true);
        review.score = 1;
        _badSignature(review);
        review = _review(id, 0, true);
        review.reasonHash = 0;
        _badSignature(review);
        _badSignature(_review(id + 1, 0, true)); // of another contribution
    }

    function test_WhenSignedByAnother_ItReverts() public {
        ICuration.Review memory review = _review(id, 1, true);
        review.validator = validators[0];
        _badSignature(review);
    }

    function test_WhenSignedForAnotherChainOrContract_ItReverts() public {
        ICuration.Review memory review = _review(id, 0, true);
        uint256 chain = block.chainid;
        vm.chainId(chain + 1);
        _badSignature(review);
        vm.chainId(chain);
        bytes32 typehash = keccak256("Review(uint256 contribution,bool accept,uint16 score,bytes32 reasonHash)");
        bytes32 structHash = keccak256(abi.encode(typehash, id, true, 9_000, review.reasonHash));
        review.signature = _sign(keys[0], _typed("OpenCuration", address(escrow), structHash));
        _badSignature(review);
    }

    function test_WhenTheValidatorsOwnerIsAContract_ItDecides() public {
        Signatory wallet = new Signatory(vm.addr(keys[0]));
        vm.prank(vm.addr(keys[0]));
        registry.transferFrom(vm.addr(keys[0]), address(wallet), validators[0]);
        _finalize(_votes(true, true, false));
        vm.assertTrue(_statusOf(id) == Status.Accepted);
    }

    // --- outcome ---

    function test_WhenAMajorityAccepts_TheBondGoesBack() public {
        _require(3);
        uint256 before = open.balanceOf(ALICE);
        ICuration.Review[] memory reviews = _votes(true, false, true);
        _finalize(reviews);
        vm.assertTrue(_statusOf(id) == Status.Accepted);
        vm.assertEq(open.balanceOf(ALICE) - before, BOND);
        vm.assertEq(open.balanceOf(address(curation)), 0);
        vm.assertEq(curation.holderOf(datanet, ROOT), id);
    }

    /// Burnt, not given to anybody: no reviewer gains by rejecting.
    function test_WhenAMajorityRejects_TheBondIsBurntAndTheRootIsFree() public {
        (uint256 alice, uint256 burnt) = (open.balanceOf(ALICE), open.balanceOf(BURN));
        _finalize(_votes(false, false, true));
        vm.assertTrue(_statusOf(id) == Status.Rejected);
        vm.assertEq(open.balanceOf(ALICE), alice);
        vm.assertEq(open.balanceOf(BURN) - burnt, BOND);
        vm.assertEq(curation.holderOf(datanet, ROOT), 0);
        uint256 again = _revealed();
        vm.assertEq(curation.holderOf(datanet, ROOT), again);
    }

    function _noMajority(ICuration.Review[] memory reviews, uint256 accept, uint256 reject, uint256 total) private {
        vm.expectRevert(abi.encodeWithSelector(ICuration.Curation_NoMajority.selector, accept, reject, total));
        _finalize(reviews);
    }

    function test_WhenNeitherSideHasMoreThanHalfOfAllStake_ItReverts() public {
        _stake(BOB, validators[0], 100e18);
        _later(1);
        bytes32 root = keccak256("second");
        id = _commitAs(ALICE, root);
        _later(1);
        _revealAs(ALICE, id, root);
        _noMajority(_one(_review(id, 0, true)), 200e18, 0, 400e18);
        _noMajority(_one(_review(id, 0, false)), 0, 200e18, 400e18);
        _noMajority(_votes(true, false, false), 200e18, 200e18, 400e18);
        ICuration.Review[] memory two = new ICuration.Review[](2);
        (two[0], two[1]) = (_review(id, 0, true), _review(id, 1, true));
        _finalize(two);
        vm.assertTrue(_statusOf(id) == Status.Accepted);
    }

    /// Whoever is first with reviews of his own, a wei behind each, decides nothing: neither what he sent nor what others did.
    function test_WhenTheReviewersAreSockPuppets_ItReverts() public {
        uint256[3] memory puppets = [uint256(0xF00A), 0xF00B, 0xF00C];
        uint256[3] memory ids;
        for (uint256 i; i < 3; ++i) {
            ids[i] = _validator(puppets[i], 1);
        }
        _later(1);
        bytes32 root = keccak256("second");
        id = _commitAs(ALICE, root);
        _later(1);
        _revealAs(ALICE, id, root);
        for (uint256 vote; vote < 2; ++vote) {
            ICuration.Review[] memory reviews = new ICuration.Review[](3);
            for (uint256 i; i < 3; ++i) {
                bytes memory signature = _sign(puppets[i], _reviewDigest(id, vote == 1, 0, 0));
                reviews[i] = ICuration.Review(ids[i], vote == 1, 0, 0, signature);
            }
            _noMajority(reviews, vote == 1 ? 3 : 0, vote == 1 ? 0 : 3, 300e18 + 3);
        }
        vm.assertTrue(_statusOf(id) == Status.Revealed);
    }

    /// What is slashed or thawing before the reveal weighs less.
    function test_WeightIsWhatIsBondedBeforeTheReveal() public {
        vm.prank(COUNCIL);
        staking.slash((1 << 160) + validators[0], 5_000, BOB);
        vm.prank(BOB);
        staking.unstake((1 << 160) + validators[1], 70e18);
        _later(10);
        bytes32 root = keccak256("second");
        id = _commitAs(ALICE, root);
        _later(1);
        _revealAs(ALICE, id, root);
        vm.expectEmit(address(curation));
        emit ICuration.Finalized(id, Status.Accepted, 100e18, 80e18);
        _finalize(_votes(false, false, true));
    }

    function test_WeightIsOfTheSecondBeforeTheReveal() public {
        _later(10);
        bytes32 root = keccak256("second");
        id = _commitAs(ALICE, root);
        _stake(BOB, validators[0], 1e18);
        _later(1);
        _revealAs(ALICE, id, root);
        ICuration.Review[] memory reviews = _votes(true, true, false);
        vm.expectEmit(address(curation));
        emit ICuration.Finalized(id, Status.Accepted, 201e18, 100e18);
        _finalize(reviews);
    }
}
